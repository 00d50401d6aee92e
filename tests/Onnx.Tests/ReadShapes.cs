using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Tests;

/// <summary>Counts the numbers of a file by its own shapes, without a translation.</summary>
internal static class ReadShapes
{
    /// <summary>Numbers of all floating-point constants that nodes other than constants read.</summary>
    public static long Numbers(string path)
    {
        var file = ModelFile.At(path);
        var model = file.Read();
        var sizes = model
            .Initializers.Where(tensor => tensor.Type == ElementType.Float)
            .ToDictionary(tensor => tensor.Name, tensor => tensor.Count);
        var filled = model.Nodes.Where(node => node.Operator == "ConstantOfShape").ToList();
        var shapes = model.Initializers.ToDictionary(tensor => tensor.Name);
        foreach (var node in filled)
        {
            sizes[node.Outputs[0]] = file.Doubles(shapes[node.Inputs[0]])
                .Aggregate(1L, (product, dim) => product * (long)dim);
        }

        var read = model.Nodes.Except(filled).SelectMany(node => node.Inputs).ToHashSet();
        return sizes.Where(item => read.Contains(item.Key)).Sum(item => item.Value);
    }
}
