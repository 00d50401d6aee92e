using System.Numerics;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Imports.Pickles;

namespace ZcBench.Imports.Tests;

/// <summary>Opcodes one by one; bytes as Python writes them, and as only an attacker would.</summary>
public sealed class PickleTests
{
    [Theory]
    [InlineData("I12\n.", 12L)]
    [InlineData("L12L\n.", 12L)]
    [InlineData("I01\n.", true)]
    [InlineData("F0.5\n.", 0.5)]
    [InlineData("S'a b'\n.", "a b")]
    [InlineData("V\\u00e9!\n.", "é!")]
    [InlineData("J\xfe\xff\xff\xff.", -2L)]
    [InlineData("M\x01\x02.", 513L)]
    [InlineData("\x8a\x01\xff.", -1L)]
    [InlineData("\x8a\x00.", 0L)]
    [InlineData("G?\xe0\x00\x00\x00\x00\x00\x00.", 0.5)]
    [InlineData("\x8c\x02\xc3\xa9.", "é")]
    [InlineData("\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x07.", 7L)]
    [InlineData("K\x01q\x00" + "0h\x00.", 1L)]
    [InlineData("(K\x01" + "1K\x02.", 2L)]
    public void Values_are_read(string pickle, object value) => Assert.Equal(value, Read(pickle));

    [Fact]
    public void Large_whole_numbers_keep_their_digits() =>
        Assert.Equal(
            BigInteger.Parse("119547037146038801333356"),
            Read("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.")
        );

    [Fact]
    public void Numpy_numbers_are_read()
    {
        const string Type =
            "cnumpy\ndtype\n(X\x02\x00\x00\x00"
            + "f8K\x00K\x01tR(K\x03X\x01\x00\x00\x00<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb";
        Assert.Equal(
            0.5,
            Read("cnumpy.core.multiarray\nscalar\n(" + Type + "C\x08\x00\x00\x00\x00\x00\x00\xe0?tR.")
        );
    }

    [Theory]
    [InlineData("cos\nsystem\n(S'true'\ntR.", "the pickle names os.system")]
    [InlineData("c__builtin__\neval\n.", "the pickle names __builtin__.eval")]
    [InlineData("\x8c\x08" + "builtins\x8c\x04" + "exec\x93.", "the pickle names builtins.exec")]
    [InlineData("ctorch.storage\n_load_from_bytes\n.", "the pickle names torch.storage._load_from_bytes")]
    [InlineData("(S'a'\nios\nsystem\n.", "asks to make an object by Inst")]
    [InlineData("c__builtin__\nset\n)\x81.", "asks to make an object by NewObj")]
    [InlineData("\x82\x01.", "asks to make an object by Ext1")]
    [InlineData("c__builtin__\nint\n(K\x01tR.", "makes a __builtin__.int of arguments")]
    [InlineData("]}b.", "sets the state of an object")]
    [InlineData("K\x01Q.", "a persistent id other than")]
    public void What_could_run_is_refused_by_name(string pickle, string message) => Refused(message, pickle);

    [Theory]
    [InlineData("B\xff\xff\xff\xff.", "a length of 4294967295 bytes")]
    [InlineData(
        "\x8e\x00\x00\x00\x00\x00\x00\x00\x10.",
        "byte 1: a length of 1152921504606846976 bytes, where at most 16777216 were expected"
    )]
    [InlineData("\x8d\x00\x00\x00\x00\x00\x00\x00\x10.", "a length of 1152921504606846976 bytes")]
    [InlineData("\x95\x00\x00\x00\x00\x00\x00\x00\x10.", "a frame of 1152921504606846976 bytes")]
    [InlineData("\x8b\xff\xff\xff\x00.", "a number of 16777215 bytes")]
    [InlineData("K\x01r\xff\xff\xff\x7f.", "memo number 2147483647 after 0 others")]
    [InlineData("h\x05.", "memo number 5, where 0 were given")]
    [InlineData("X\xff\xff\xff\x00" + "a", "the file ends within a pickle")]
    public void Lengths_are_refused_before_memory_is_taken(string pickle, string message) =>
        Refused(message, pickle);

    [Theory]
    [InlineData(".", "needs more objects than there are")]
    [InlineData("t.", "a container ends that never began")]
    [InlineData("}(K\x01u.", "a key without a value")]
    [InlineData("K\x01K\x02" + "a.", "items for an object that is not a container")]
    [InlineData("K\x01(0.", "needs more objects than there are")]
    [InlineData("\x80\x09.", "protocol 9")]
    [InlineData("\xff.", "opcode 0xff is unknown")]
    [InlineData("\x8c\x01\xff.", "a text that is not UTF-8")]
    [InlineData("", "byte 0: the file ends within a pickle")]
    public void Malformed_pickles_are_refused(string pickle, string message) => Refused(message, pickle);

    [Fact]
    public void More_containers_than_the_file_can_hold_are_refused() =>
        Refused(
            "holds more than a file of its length and kind can",
            string.Concat(Enumerable.Repeat("]0", 1001)),
            new(1000)
        );

    [Fact]
    public void Sets_made_of_one_tuple_count_with_all_their_items() =>
        Refused(
            "holds more than a file of its length and kind can",
            "cbuiltins\nset\nq\x00("
                + new string('N', 100)
                + "tq\x01"
                + string.Concat(Enumerable.Repeat("h\x00h\x01\x85R0", 12))
                + ".",
            new(1000)
        );

    [Fact]
    public void Bytes_made_of_one_text_count_each_time() =>
        Refused(
            "holds more than a file of its length and kind can",
            "c_codecs\nencode\nq\x00X\x00\x00\x80\x00"
                + new string('a', 1 << 23)
                + "q\x01X\x06\x00\x00\x00latin1q\x02"
                + string.Concat(Enumerable.Repeat("h\x00h\x01h\x02\x86R0", 33))
                + "."
        );

    [Fact]
    public void Long_whole_numbers_count_by_their_bytes() =>
        Refused(
            "holds more than a file of its length and kind can",
            string.Concat(Enumerable.Repeat("\x8b\x00\x10\x00\x00" + new string('\x01', 4096) + "0", 20))
                + ".",
            new(1000, 1 << 16)
        );

    private static void Refused(string message, string pickle, PickleLimits? limits = null)
    {
        var error = Assert.Throws<UserError>(() => Read(pickle, limits));
        Assert.StartsWith("a.pkl, byte ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static object? Read(string pickle, PickleLimits? limits = null) =>
        new Pickle(
            new(new MemoryStream(Encoding.Latin1.GetBytes(pickle)), "a.pkl"),
            limits ?? PickleLimits.For(pickle.Length)
        ).Read();
}
