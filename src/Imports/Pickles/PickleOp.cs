namespace ZcBench.Imports.Pickles;

/// <summary>Opcodes of protocols 0 to 5, by the names of Python's own documentation (pickletools).</summary>
internal enum PickleOp : byte
{
#pragma warning disable CS1591 // what each does is the format's matter
    Mark = (byte)'(', Stop = (byte)'.', Pop = (byte)'0', PopMark = (byte)'1', Dup = (byte)'2',
    Float = (byte)'F', Int = (byte)'I', BinInt = (byte)'J', BinInt1 = (byte)'K', Long = (byte)'L', BinInt2 = (byte)'M',
    None = (byte)'N', BinPersId = (byte)'Q', Reduce = (byte)'R', String = (byte)'S',
    BinString = (byte)'T', ShortBinString = (byte)'U', Unicode = (byte)'V', BinUnicode = (byte)'X', Append = (byte)'a',
    Build = (byte)'b', Global = (byte)'c', Dict = (byte)'d', Appends = (byte)'e', Get = (byte)'g', BinGet = (byte)'h',
    LongBinGet = (byte)'j', List = (byte)'l', Put = (byte)'p', BinPut = (byte)'q', LongBinPut = (byte)'r',
    SetItem = (byte)'s', Tuple = (byte)'t', SetItems = (byte)'u', EmptyTuple = (byte)')', EmptyList = (byte)']',
    EmptyDict = (byte)'}', BinFloat = (byte)'G', BinBytes = (byte)'B', ShortBinBytes = (byte)'C',
    Proto = 0x80, Tuple1 = 0x85, Tuple2 = 0x86, Tuple3 = 0x87, NewTrue = 0x88, NewFalse = 0x89, Long1 = 0x8a,
    Long4 = 0x8b, ShortBinUnicode = 0x8c, BinUnicode8 = 0x8d, BinBytes8 = 0x8e, EmptySet = 0x8f, AddItems = 0x90,
    FrozenSet = 0x91, StackGlobal = 0x93, Memoize = 0x94, Frame = 0x95, ByteArray8 = 0x96,
    // Known by name, so that their refusal can name them.
    PersId = (byte)'P', Inst = (byte)'i', Obj = (byte)'o', NewObj = 0x81, Ext1 = 0x82, Ext2 = 0x83, Ext4 = 0x84,
    NewObjEx = 0x92, NextBuffer = 0x97, ReadOnlyBuffer = 0x98,
#pragma warning restore CS1591
}
