using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace ZcBench.Imports.NasBench101;

/// <summary>
/// The payload of a record, a JSON array of five: the cell's hash, the epochs of the training, the adjacency
/// matrix row by row as digits 0 and 1, the operations with commas between, and the metrics in base64.
/// </summary>
/// <param name="Hash">32 hexadecimal digits.</param>
/// <param name="Epochs">Epochs of the training.</param>
/// <param name="Adjacency">n² digits.</param>
/// <param name="Operations">n names with commas.</param>
/// <param name="Metrics">What was measured.</param>
internal sealed record CellRecord(
    string Hash,
    int Epochs,
    string Adjacency,
    string Operations,
    ModelMetrics Metrics
)
{
    private const int HashDigits = 32;
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a payload begins as such an array does.</summary>
    public static bool IsBeginning(ReadOnlySpan<byte> payload) => payload.StartsWith("[\""u8);

    /// <summary>Reads a payload.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static CellRecord Parse(ReadOnlySpan<byte> payload)
    {
        try
        {
            var json = new Utf8JsonReader(payload);
            Require(json.Read() && json.TokenType == JsonTokenType.StartArray, "an array");
            var hash = Text(ref json, "the hash");
            Require(
                hash.Length == HashDigits && !hash.AsSpan().ContainsAnyExcept(Hexadecimal),
                "a hash of 32 hexadecimal digits"
            );
            Require(
                json.Read() && json.TokenType == JsonTokenType.Number && json.TryGetInt32(out _),
                "the number of epochs"
            );
            var epochs = json.GetInt32();
            Require(epochs is > 0 and < 10_000, "1 to 9999 epochs");
            var adjacency = Text(ref json, "the adjacency matrix");
            var operations = Text(ref json, "the operations");
            var metrics = Base64Metrics(ref json);
            Require(
                json.Read() && json.TokenType == JsonTokenType.EndArray && !json.Read(),
                "an array of five"
            );
            return new(hash, epochs, adjacency, operations, metrics);
        }
        catch (Exception fault)
            when (fault is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new InvalidDataException(
                $"no JSON ({fault.Message.Split(". ", 2)[0].TrimEnd('.')})",
                fault
            );
        }
    }

    private static ModelMetrics Base64Metrics(ref Utf8JsonReader json)
    {
        Require(
            json.Read() && json.TokenType == JsonTokenType.String && !json.HasValueSequence,
            "the metrics"
        );
        var text = json.ValueSpan;
        // Escapes such as \n, with which older Python writes base64, are rare: they take the longer way.
        if (json.ValueIsEscaped)
        {
            text = Encoding.UTF8.GetBytes(json.GetString()!.ReplaceLineEndings(""));
        }

        var message = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(text.Length));
        try
        {
            Require(
                Base64.DecodeFromUtf8(text, message, out _, out var length) == OperationStatus.Done,
                "metrics in base64"
            );
            return ModelMetrics.Parse(message, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    private static string Text(ref Utf8JsonReader json, string what)
    {
        Require(json.Read() && json.TokenType == JsonTokenType.String, what);
        return json.GetString()!;
    }

    private static void Require(bool condition, string expected)
    {
        if (!condition)
        {
            throw new InvalidDataException($"{expected} was expected");
        }
    }
}
