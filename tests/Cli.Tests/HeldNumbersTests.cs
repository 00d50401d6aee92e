using Mono.Cecil;

namespace ZcBench.Cli.Tests;

/// <summary>
/// TorchSharp makes an object of a plain number and holds it no longer than it takes to hand over its
/// address, so that a collection frees it while libtorch reads it. Some of its operations make such numbers
/// by themselves. What the program calls is read from the compiled code.
/// </summary>
public sealed class HeldNumbersTests
{
    private static readonly string[] Makers = ["op_Implicit", "ToScalar", ".ctor"];

    private static readonly ModuleDefinition Torch = Read("TorchSharp.dll");

    private static readonly HashSet<string> Unheld = WhatMakesNumbers();

    public static TheoryData<string> Assemblies =>
        [
            .. Directory
                .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
                .Select(file => Path.GetFileName(file))
                .Where(name => name.StartsWith("ZcBench.", StringComparison.Ordinal) || name == "zcbench.dll")
                .Where(name => !name.EndsWith(".Tests.dll", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_operation_is_called_that_makes_a_number_which_nothing_holds(string assembly)
    {
        using var module = Read(assembly);

        var calls =
            from method in Methods(module)
            from called in Called(method)
            where Unheld.Contains(called.FullName)
            select $"{method.DeclaringType.Name}.{method.Name} calls {called.FullName}";

        Assert.Empty(calls);
    }

    [Fact]
    public void The_operations_that_make_numbers_are_found()
    {
        Assert.Contains("TorchSharp.torch/Tensor TorchSharp.torch/Tensor::add(TorchSharp.Scalar)", Unheld);
        Assert.Contains(
            "TorchSharp.torch/Tensor TorchSharp.torch/nn/functional::"
                + "softplus(TorchSharp.torch/Tensor,System.Double,System.Double)",
            Unheld
        );
        Assert.DoesNotContain(
            "TorchSharp.torch/Tensor TorchSharp.torch/Tensor::add(TorchSharp.Scalar,TorchSharp.Scalar)",
            Unheld
        );
    }

    // Methods that make one, and methods that call those.
    private static HashSet<string> WhatMakesNumbers()
    {
        var calls = Methods(Torch)
            .Where(method => !MakesNumbersForItsCaller(method.DeclaringType))
            .Select(method => (method.FullName, Called: Called(method).ToList()))
            .ToList();
        var found = calls
            .Where(method => method.Called.Any(IsMaker))
            .Select(method => method.FullName)
            .ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var callers = calls
                .Where(method => method.Called.Any(called => found.Contains(called.FullName)))
                .Select(method => method.FullName)
                .Except(found, StringComparer.Ordinal)
                .ToList();
            if (callers.Count == 0)
            {
                return found;
            }

            found.UnionWith(callers);
        }
    }

    private static bool MakesNumbersForItsCaller(TypeDefinition type) =>
        type.Name is "Scalar" or "ScalarExtensionMethods";

    private static bool IsMaker(MethodReference method) =>
        method.DeclaringType.Name is "Scalar" or "ScalarExtensionMethods" && Makers.Contains(method.Name);

    private static ModuleDefinition Read(string file) =>
        ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, file));

    private static IEnumerable<MethodDefinition> Methods(ModuleDefinition module) =>
        module.Types.SelectMany(WithNested).SelectMany(type => type.Methods).Where(method => method.HasBody);

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) =>
        type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static IEnumerable<MethodReference> Called(MethodDefinition method) =>
        method
            .Body.Instructions.Select(instruction => instruction.Operand)
            .OfType<MethodReference>()
            .Select(Plain);

    private static MethodReference Plain(MethodReference method) =>
        method is GenericInstanceMethod generic ? generic.ElementMethod : method;
}
