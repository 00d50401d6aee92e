using ZcBench.Benchmarks;

namespace ZcBench.Scores.Tests;

public sealed class RunSessionTests : IDisposable
{
    private static readonly RunSession Session = new(
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        "zcbench run",
        "1.0",
        "libtorch",
        "processor",
        2,
        1,
        1,
        20,
        1.5
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("sessions").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Sessions_are_read_as_they_were_written()
    {
        RunSession.Save(_folder, [Session, Session with { Load = null }]);
        Assert.Equal([Session, Session with { Load = null }], RunSession.Read(_folder));
    }

    [Fact]
    public void A_run_of_an_older_version_has_none() => Assert.Empty(RunSession.Read(_folder));

    [Theory]
    [InlineData("")]
    [InlineData("[{}]")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_damaged_file_is_refused(string text)
    {
        File.WriteAllText(Path.Combine(_folder, RunSession.FileName), text);
        Assert.Contains(
            "sessions.json is damaged",
            Assert.Throws<UserError>(() => RunSession.Read(_folder)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(new[] { "zcbench", "run", "--out", "runs/a" }, "zcbench run --out runs/a")]
    [InlineData(new[] { "a b", "it's", "", "|x~0|" }, "'a b' 'it'\\''s' '' '|x~0|'")]
    public void A_command_is_written_as_a_shell_reads_it(string[] words, string text) =>
        Assert.Equal(text, ShellText.Of(words));
}
