using System.CommandLine;
using ZcBench.Benchmarks;

namespace ZcBench.Cli.Terminal;

/// <summary>Checks of an option's text while the command line is parsed, before anything runs.</summary>
internal static class OptionChecks
{
    /// <summary>An option whose value is one of a few words.</summary>
    public static T Among<T>(this T option, params IReadOnlyCollection<string> words)
        where T : Option =>
        option.Checked(text =>
        {
            if (!words.Contains(text))
            {
                throw new UserError($"{option.Name} '{text}' is unknown; use {Listed([.. words])}");
            }
        });

    /// <summary>An option whose value is refused where a check throws a <see cref="UserError"/>.</summary>
    public static T Checked<T>(this T option, Action<string> check)
        where T : Option
    {
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                try
                {
                    check(token.Value);
                }
                catch (UserError fault)
                {
                    result.AddError(fault.Message);
                }
            }
        });
        return option;
    }

    private static string Listed(string[] words) => $"{string.Join(", ", words[..^1])} or {words[^1]}";
}
