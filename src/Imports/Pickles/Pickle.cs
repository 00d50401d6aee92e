using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using ZcBench.Benchmarks;

namespace ZcBench.Imports.Pickles;

/// <summary>
/// Reads pickles of protocols 0 to 5 without running anything: numbers, texts, lists, tuples, sets and dicts
/// become data, the few classes of <see cref="PickleGlobals"/> become what stands for them, and everything
/// else is refused by name. Whole numbers are long or BigInteger, reals double, lists List, tuples arrays,
/// dicts <see cref="PickleDict"/>.
/// </summary>
/// <param name="source">The bytes.</param>
/// <param name="limits">How much it may ask for.</param>
/// <param name="digest">
/// Told each dict when items were added, and the place of the first of them; may replace items by something
/// smaller, and returns how many it dropped.
/// </param>
internal sealed class Pickle(
    PickleSource source,
    PickleLimits limits,
    Func<PickleDict, int, int>? digest = null
)
{
    private const int HighestProtocol = 5;
    private readonly PickleStack _stack = new(source);
    private readonly PickleMemo _memo = new();
    private readonly TextPool _pool = new();
    private long _items;
    private long _containers;
    private long _keptBytes;

    /// <summary>Reads one pickle up to its end.</summary>
    /// <exception cref="UserError">
    /// It is damaged, asks for too much, or names what is not allowed.
    /// </exception>
    public object? Read()
    {
        while (true)
        {
            var op = (PickleOp)source.Byte();
            if (op == PickleOp.Stop)
            {
                return _stack.Pop();
            }

            Step(op);
            if (
                _items > limits.Objects
                || _containers > limits.Objects
                || _keptBytes + _pool.NewBytes > limits.KeptBytes
            )
            {
                throw source.Fault(
                    "the pickle holds more than a file of its length and kind can",
                    "check where the file comes from"
                );
            }
        }
    }

    private void Step(PickleOp op)
    {
        switch (op)
        {
            case PickleOp.Proto when source.Byte() is var protocol:
                if (protocol > HighestProtocol)
                {
                    throw _stack.Malformed(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"protocol {protocol}, where 0 to {HighestProtocol} were expected"
                        )
                    );
                }

                break;
            case PickleOp.Frame when BinaryPrimitives.ReadUInt64LittleEndian(source.Bytes(8)) is var length:
                if (length > PickleLimits.FrameBytes)
                {
                    throw _stack.Malformed(
                        string.Create(CultureInfo.InvariantCulture, $"a frame of {length} bytes")
                    );
                }

                break;
            case PickleOp.Mark:
                _stack.Mark();
                break;
            case PickleOp.Pop:
                _stack.Pop();
                break;
            case PickleOp.PopMark:
                _stack.PopMarked();
                break;
            case PickleOp.Dup:
                _stack.Push(_stack.Top());
                break;
            case PickleOp.Append
            or PickleOp.Appends
            or PickleOp.AddItems
            or PickleOp.SetItem
            or PickleOp.SetItems:
                Fill(op);
                break;
            case PickleOp.Put or PickleOp.BinPut or PickleOp.LongBinPut or PickleOp.Memoize:
                Remember(op);
                break;
            case PickleOp.Build:
                Build(_stack.Pop(), _stack.Top());
                break;
            default:
                _stack.Push(Value(op));
                break;
        }
    }

    private object? Value(PickleOp op) =>
        op switch
        {
            PickleOp.None => null,
            PickleOp.NewTrue => true,
            PickleOp.NewFalse => false,
            PickleOp.BinFloat => PickleNumbers.Real(source.Bytes(8)),
            PickleOp.BinInt1 => PickleNumbers.Whole(source.Byte()),
            PickleOp.BinInt2 => PickleNumbers.Whole(BinaryPrimitives.ReadUInt16LittleEndian(source.Bytes(2))),
            PickleOp.BinInt => PickleNumbers.Whole(BinaryPrimitives.ReadInt32LittleEndian(source.Bytes(4))),
            PickleOp.Long1 => Kept(PickleNumbers.Whole(source.Bytes(source.Byte()))),
            PickleOp.Long4 => Kept(PickleNumbers.Whole(source.Bytes(Short(source.Length(4))))),
            PickleOp.Int => Kept(
                PickleNumbers.Int(source.Line()) ?? throw _stack.Malformed("a number with other characters")
            ),
            PickleOp.Long => Kept(
                PickleNumbers.Long(source.Line()) ?? throw _stack.Malformed("a number with other characters")
            ),
            PickleOp.Float => PickleNumbers.Float(source.Line())
                ?? throw _stack.Malformed("a number with other characters"),
            PickleOp.String => Kept(
                PickleText.Quoted(source.Line())
                    ?? throw _stack.Malformed("a text without quotes, or with escapes")
            ),
            PickleOp.Unicode => Kept(
                PickleText.Unescaped(source.Line()) ?? throw _stack.Malformed("a text with a wrong escape")
            ),
            PickleOp.ShortBinUnicode or PickleOp.ShortBinString => Text(1),
            PickleOp.BinUnicode or PickleOp.BinString => Text(4),
            PickleOp.BinUnicode8 => Text(8),
            PickleOp.ShortBinBytes => Bytes(1),
            PickleOp.BinBytes => Bytes(4),
            PickleOp.BinBytes8 or PickleOp.ByteArray8 => Bytes(8),
            PickleOp.EmptyTuple => Array.Empty<object?>(),
            PickleOp.Tuple1 => Tuple(_stack.Pop(1)),
            PickleOp.Tuple2 => Tuple(_stack.Pop(2)),
            PickleOp.Tuple3 => Tuple(_stack.Pop(3)),
            PickleOp.Tuple => Tuple(_stack.PopMarked()),
            PickleOp.EmptyList => List([]),
            PickleOp.List => List(_stack.PopMarked()),
            PickleOp.EmptySet => new PickleSet(List([])),
            PickleOp.FrozenSet => new PickleSet(List(_stack.PopMarked())),
            PickleOp.EmptyDict => Dict([]),
            PickleOp.Dict => Dict(_stack.PopMarked()),
            PickleOp.Get => Recall(PickleNumbers.Int(source.Line())),
            PickleOp.BinGet => Recall(PickleNumbers.Whole(source.Byte())),
            PickleOp.LongBinGet => Recall((long)BinaryPrimitives.ReadUInt32LittleEndian(source.Bytes(4))),
            PickleOp.Global => Global(source.Line(), source.Line()),
            PickleOp.StackGlobal => _stack.Pop(2) is [string module, string name]
                ? Global(module, name)
                : throw _stack.Malformed("a class without a name"),
            PickleOp.Reduce => Reduce(_stack.Pop(2)),
            PickleOp.BinPersId => _stack.Pop() is object?[] and ["storage", ..]
                ? new PickleOpaque("a tensor's storage")
                : throw source.Fault(
                    "a persistent id other than a tensor's storage",
                    "check where the file comes from"
                ),
            _ when Enum.IsDefined(op) => throw source.Fault(
                $"the pickle asks to make an object by {op}, which no official file does; nothing was run",
                "check where the file comes from"
            ),
            _ => throw _stack.Malformed(
                string.Create(CultureInfo.InvariantCulture, $"opcode 0x{(byte)op:x2} is unknown")
            ),
        };

    private int Short(int length) =>
        length <= PickleLimits.LineBytes
            ? length
            : throw _stack.Malformed(
                string.Create(CultureInfo.InvariantCulture, $"a number of {length} bytes")
            );

    private string Text(int width)
    {
        var length = source.Length(width);
        _keptBytes += length > TextPool.MostBytes ? length : 0;
        return source.Text(length, _pool);
    }

    private byte[] Bytes(int width)
    {
        var length = source.Length(width);
        _keptBytes += length;
        return source.Block(length);
    }

    private string Kept(string text)
    {
        _keptBytes += text.Length;
        return text;
    }

    private object Kept(object number)
    {
        _keptBytes += number is BigInteger large ? large.GetByteCount() : 0;
        return number;
    }

    private object?[] Tuple(object?[] items)
    {
        _containers++;
        _items += items.Length;
        return items;
    }

    private List<object?> List(object?[] items) => [.. Tuple(items)];

    private PickleDict Dict(object?[] items)
    {
        _containers++;
        var dict = new PickleDict();
        AddItems(dict, items);
        return dict;
    }

    private void Fill(PickleOp op)
    {
        var items = op switch
        {
            PickleOp.Append => _stack.Pop(1),
            PickleOp.SetItem => _stack.Pop(2),
            _ => _stack.PopMarked(),
        };
        switch (_stack.Top())
        {
            case List<object?> list when op is PickleOp.Append or PickleOp.Appends:
                list.AddRange(items);
                _items += items.Length;
                break;
            case PickleSet set when op is PickleOp.AddItems:
                set.Items.AddRange(items);
                _items += items.Length;
                break;
            case PickleDict dict when op is PickleOp.SetItem or PickleOp.SetItems:
                AddItems(dict, items);
                break;
            default:
                throw _stack.Malformed("items for an object that is not a container");
        }
    }

    private void AddItems(PickleDict dict, object?[] items)
    {
        if (items.Length % 2 != 0)
        {
            throw _stack.Malformed("a key without a value");
        }

        var first = dict.Items.Count;
        for (var i = 0; i < items.Length; i += 2)
        {
            dict.Add(items[i], items[i + 1]);
        }

        _items += items.Length / 2;
        _items -= digest?.Invoke(dict, first) ?? 0;
    }

    private void Remember(PickleOp op)
    {
        var number = op switch
        {
            PickleOp.Put => PickleNumbers.Int(source.Line()) as long? ?? -1,
            PickleOp.BinPut => source.Byte(),
            PickleOp.LongBinPut => BinaryPrimitives.ReadUInt32LittleEndian(source.Bytes(4)),
            _ => _memo.Count,
        };
        if (number < 0 || number > _memo.Count || number >= limits.Objects)
        {
            throw _stack.Malformed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"memo number {number} after {_memo.Count} others"
                )
            );
        }

        _memo.Set((int)number, _stack.Top());
    }

    private object? Recall(object? number) =>
        number is long known && known >= 0 && known < _memo.Count
            ? _memo.Get((int)known)
            : throw _stack.Malformed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"memo number {number}, where {_memo.Count} were given"
                )
            );

    private PickleGlobal Global(string module, string name) =>
        PickleGlobals.Find(module, name)
        ?? throw source.Fault(
            $"the pickle names {module}.{name}, which no official file does; nothing was run",
            "check where the file comes from"
        );

    private object? Reduce(object?[] call)
    {
        if (call is not [PickleGlobal global, object?[] arguments])
        {
            throw _stack.Malformed("a call of an object that is not a function, or without arguments");
        }

        _containers++;
        var made =
            global.Build?.Invoke(arguments)
            ?? throw source.Fault(
                $"the pickle makes a {global.Module}.{global.Name} of arguments "
                    + "that no official file gives it; nothing was run",
                "check where the file comes from"
            );
        switch (made)
        {
            case PickleDict dict:
                _items += dict.Items.Count;
                _items -= digest?.Invoke(dict, 0) ?? 0;
                break;
            case PickleSet set:
                _items += set.Items.Count;
                break;
            case byte[] bytes:
                _keptBytes += bytes.Length;
                break;
        }

        return made;
    }

    // Attributes of dicts (torch's "_metadata") and the content of arrays are passed over; a dtype says its
    // byte order.
    private void Build(object? state, object? target)
    {
        switch (target)
        {
            case PickleDict or PickleOpaque:
            case NumPyType when state is object?[] and [_, "<" or "|" or "=", ..]:
                break;
            default:
                throw source.Fault(
                    "the pickle sets the state of an object, which official files do for few kinds only; "
                        + "nothing was run",
                    "check where the file comes from"
                );
        }
    }
}
