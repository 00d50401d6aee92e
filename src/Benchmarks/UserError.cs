namespace ZcBench.Benchmarks;

/// <summary>
/// Something the user can put right: one sentence that names the fact, the value seen and the remedy.
/// The command line prints the message without a stack trace and exits with code 2.
/// </summary>
public sealed class UserError : Exception
{
    /// <summary>Creates the error from its sentence.</summary>
    public UserError(string message)
        : base(message) { }

    /// <summary>Creates the error from its sentence and the failure behind it.</summary>
    public UserError(string message, Exception cause)
        : base(message, cause) { }
}
