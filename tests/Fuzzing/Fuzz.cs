using System.Diagnostics;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Fuzzing;

/// <summary>
/// Damaged inputs for one reader: each is read or refused by one sentence, soon and in little memory. The
/// variable ZCBENCH_MUTATIONS sets how many; the same number gives the same inputs.
/// </summary>
internal static class Fuzz
{
    private const int Threads = 2;
    private const int LongestSentence = 2_000;
    private const long MostBytes = 256L << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Reads what an input holds; a refusal is a <see cref="UserError"/>.</summary>
    public delegate void Reader(byte[] content);

    /// <summary>Reads the originals, which are sound, and then many damaged copies of them.</summary>
    /// <param name="what">What is read; the draws depend on it.</param>
    /// <param name="usual">How many copies, where the variable does not say.</param>
    /// <param name="originals">Sound inputs.</param>
    /// <param name="open">A reader for one thread, which may write into a folder of its own.</param>
    /// <param name="damage">How a copy is damaged; null for <see cref="Mutation.Of"/>.</param>
    public static void Read(
        string what,
        int usual,
        IReadOnlyList<byte[]> originals,
        Func<string, Reader> open,
        Func<byte[], CounterRandom, byte[]>? damage = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("fuzz");
        try
        {
            var reader = open(folder.CreateSubdirectory("originals").FullName);
            foreach (var original in originals)
            {
                reader(original);
            }

            var count = Environment.GetEnvironmentVariable("ZCBENCH_MUTATIONS") is { Length: > 0 } number
                ? int.Parse(number, CultureInfo.InvariantCulture)
                : usual;
            var threads = Enumerable
                .Range(0, Threads)
                .Select(first => new Worker(
                    what,
                    originals,
                    open(folder.CreateSubdirectory($"{first}").FullName),
                    damage ?? Mutation.Of,
                    first,
                    count
                ))
                .ToList();
            var slow = Wait(threads);
            Assert.Null(slow);
            Assert.All(threads, thread => Assert.Null(thread.Fault));
            TestContext.Current.SendDiagnosticMessage(
                $"{what}: {count} damaged inputs, {threads.Sum(thread => thread.Refused)} refused, "
                    + $"at most {threads.Max(thread => thread.Longest).TotalMilliseconds:0} ms "
                    + $"and {threads.Max(thread => thread.Most) / 1e6:0.0} MB"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What hangs is named, not waited for.
    private static string? Wait(List<Worker> workers)
    {
        foreach (var worker in workers)
        {
            while (!worker.Ended(TimeSpan.FromSeconds(0.2)))
            {
                if (workers.FirstOrDefault(other => other.Elapsed > Patience) is { } slow)
                {
                    return $"input {slow.Input} takes more than {Patience}";
                }
            }
        }

        return null;
    }

    private sealed class Worker
    {
        private readonly Thread _thread;
        private long _started;

        public Worker(
            string what,
            IReadOnlyList<byte[]> originals,
            Reader reader,
            Func<byte[], CounterRandom, byte[]> damage,
            int first,
            int count
        )
        {
            var context = ExecutionContext.Capture()!;
            _thread = new(() => ExecutionContext.Run(context, _ => Work(), null)) { IsBackground = true };
            _thread.Start();

            void Work()
            {
                for (Input = first; Input < count && Fault is null; Input += Threads)
                {
                    var content = damage(originals[Input % originals.Count], new(Input, $"fuzz {what}"));
                    Interlocked.Exchange(ref _started, Stopwatch.GetTimestamp());
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    Fault = Try(reader, content);
                    var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
                    Most = Math.Max(Most, bytes);
                    Longest = TimeSpan.FromTicks(Math.Max(Longest.Ticks, Elapsed.Ticks));
                    Interlocked.Exchange(ref _started, 0);
                    Fault ??= bytes > MostBytes ? $"{bytes} bytes were allocated" : null;
                    if (Fault is not null)
                    {
                        Fault = $"{what}, input {Input}: {Fault}";
                    }
                }
            }
        }

        public int Input { get; private set; }

        public int Refused { get; private set; }

        public long Most { get; private set; }

        public TimeSpan Longest { get; private set; }

        public string? Fault { get; private set; }

        public TimeSpan Elapsed =>
            Interlocked.Read(ref _started) is > 0 and var started
                ? Stopwatch.GetElapsedTime(started)
                : TimeSpan.Zero;

        public bool Ended(TimeSpan wait) => _thread.Join(wait);

        private string? Try(Reader reader, byte[] content)
        {
            try
            {
                reader(content);
                return null;
            }
            catch (UserError refusal)
            {
                Refused++;
                return string.IsNullOrWhiteSpace(refusal.Message) || refusal.Message.Length > LongestSentence
                    ? $"the refusal is no sentence: {refusal.Message}"
                    : null;
            }
            catch (Exception fault)
            {
                return fault.ToString();
            }
        }
    }
}
