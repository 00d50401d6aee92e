using System.Buffers.Binary;
using System.Text;

namespace ZcBench.Proxies.Engine;

/// <summary>The versions of other libraries' symbols that an ELF library asks for.</summary>
internal static class SymbolVersions
{
    private const uint VersionNeeds = 0x6ffffffe;
    private const ushort Weak = 2;

    /// <summary>
    /// A copy of a library that also loads where one version is missing: the flag "weak" is set in the
    /// version's entry of .gnu.version_r.
    /// </summary>
    /// <remarks>
    /// TorchSharp's native library was built with GCC 13 and asks for GLIBCXX_3.4.32, which Debian 12 and
    /// Ubuntu 22.04 do not have. The only symbol of that version, std::ios_base_library_init(), is an anchor
    /// that nothing calls. Every other library that is asked for is there, so with this one version weak the
    /// library runs as it is.
    /// </remarks>
    /// <param name="library">The bytes of a 64-bit little-endian ELF file.</param>
    /// <param name="version">Such as "GLIBCXX_3.4.32".</param>
    /// <returns>
    /// The changed copy; null where the file is of another kind or does not ask for the version.
    /// </returns>
    public static byte[]? WithWeak(ReadOnlySpan<byte> library, string version)
    {
        if (library.Length < 64 || !library.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            return null;
        }

        var sections = (int)BinaryPrimitives.ReadInt64LittleEndian(library[0x28..]);
        var size = BinaryPrimitives.ReadUInt16LittleEndian(library[0x3a..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(library[0x3c..]);
        for (var i = 0; i < count; i++)
        {
            var section = library[(sections + i * size)..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(section[4..]) == VersionNeeds)
            {
                var names = library[
                    (sections + BinaryPrimitives.ReadInt32LittleEndian(section[0x28..]) * size)..
                ];
                return WithWeak(library, version, Offset(section), Offset(names));
            }
        }

        return null;

        static int Offset(ReadOnlySpan<byte> section) =>
            (int)BinaryPrimitives.ReadInt64LittleEndian(section[0x18..]);
    }

    // Elf64_Verneed: version 2, count 2, file 4, first entry 4, next 4. Elf64_Vernaux: hash 4, flags 2, other
    // 2, name 4, next 4.
    private static byte[]? WithWeak(ReadOnlySpan<byte> library, string version, int needs, int names)
    {
        var wanted = Encoding.ASCII.GetBytes(version + '\0');
        for (int need = needs, next = -1; next != 0; need += next)
        {
            next = BinaryPrimitives.ReadInt32LittleEndian(library[(need + 12)..]);
            var entry = need + BinaryPrimitives.ReadInt32LittleEndian(library[(need + 8)..]);
            for (var following = -1; following != 0; entry += following)
            {
                following = BinaryPrimitives.ReadInt32LittleEndian(library[(entry + 12)..]);
                if (
                    library[(names + BinaryPrimitives.ReadInt32LittleEndian(library[(entry + 8)..]))..]
                        .StartsWith(wanted)
                )
                {
                    var copy = library.ToArray();
                    BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(entry + 4), Weak);
                    return copy;
                }
            }
        }

        return null;
    }
}
