using Google.Protobuf;

namespace ZcBench.Imports.NasBench101;

/// <summary>
/// The message of a record (model_metrics.proto): field 1 the evaluations (2 seconds, 4 validation, 5 test),
/// field 2 the parameters. Other fields are passed over.
/// </summary>
/// <param name="Parameters">Trainable parameters.</param>
/// <param name="Halfway">Evaluation in the middle of the training.</param>
/// <param name="Final">Evaluation at its end.</param>
internal readonly record struct ModelMetrics(long Parameters, Evaluation Halfway, Evaluation Final)
{
    // Before training, in the middle, at the end.
    private const int Evaluations = 3;

    private const uint EvaluationTag = 1 << 3 | (uint)WireFormat.WireType.LengthDelimited;
    private const uint ParametersTag = 2 << 3 | (uint)WireFormat.WireType.Varint;
    private const uint SecondsTag = 2 << 3 | (uint)WireFormat.WireType.Fixed64;
    private const uint ValidationTag = 4 << 3 | (uint)WireFormat.WireType.Fixed64;
    private const uint TestTag = 5 << 3 | (uint)WireFormat.WireType.Fixed64;

    /// <summary>Reads the message.</summary>
    /// <param name="message">Its bytes, from the beginning of the array.</param>
    /// <param name="length">How many.</param>
    /// <exception cref="InvalidDataException">
    /// It is malformed, or holds other than three evaluations.
    /// </exception>
    public static ModelMetrics Parse(byte[] message, int length)
    {
        try
        {
            using var input = new CodedInputStream(message, 0, length);
            Span<Evaluation> evaluations = stackalloc Evaluation[Evaluations];
            var count = 0;
            long? parameters = null;
            while (input.ReadTag() is not 0 and var tag)
            {
                switch (tag)
                {
                    case EvaluationTag when count < Evaluations:
                        using (var part = input.ReadBytes().CreateCodedInput())
                        {
                            evaluations[count++] = ReadEvaluation(part);
                        }

                        break;
                    case EvaluationTag:
                        throw new InvalidDataException("more than three evaluations");
                    case ParametersTag:
                        parameters = input.ReadInt32();
                        break;
                    default:
                        input.SkipLastField();
                        break;
                }
            }

            return count == Evaluations && parameters is { } known
                ? new(known, evaluations[1], evaluations[2])
                : throw new InvalidDataException(
                    $"{count} evaluations and {(parameters is null ? "no" : "a")} number of parameters, "
                        + "where three and a number were expected"
                );
        }
        catch (InvalidProtocolBufferException fault)
        {
            throw new InvalidDataException(fault.Message.TrimEnd('.'), fault);
        }
    }

    private static Evaluation ReadEvaluation(CodedInputStream input)
    {
        double seconds = double.NaN,
            validation = double.NaN,
            test = double.NaN;
        while (input.ReadTag() is not 0 and var tag)
        {
            switch (tag)
            {
                case SecondsTag:
                    seconds = input.ReadDouble();
                    break;
                case ValidationTag:
                    validation = input.ReadDouble();
                    break;
                case TestTag:
                    test = input.ReadDouble();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return new(seconds, validation, test);
    }
}
