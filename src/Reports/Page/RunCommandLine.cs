using System.Globalization;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;

namespace ZcBench.Reports.Page;

/// <summary>The command that makes a run again, from what its manifest says.</summary>
internal static class RunCommandLine
{
    public static string Of(RunManifest manifest)
    {
        var protocol = manifest.Protocol;
        List<string> words =
        [
            "zcbench",
            "run",
            "--table",
            ShellText.Quoted(manifest.Table),
            "--dataset",
            protocol.Dataset,
        ];
        Add("--split", manifest.Target.Split == Split.Test ? "test" : "val");
        Add("--epochs", Text(manifest.Target.Epochs));
        Add("--sample", manifest.Sample is { } sample ? Text(sample) : null);
        if (manifest.StratifiedBy is not null)
        {
            words.Add("--stratified");
        }

        Add("--sample-seed", manifest.SampleSeed is { } drawn ? Text(drawn) : null);
        Add("--seed", Text(protocol.Seed));
        Add("--input-seed", protocol.InputSeed == protocol.Seed ? null : Text(protocol.InputSeed));
        Add("--batch", Text(protocol.Batch));
        Add(
            "--images",
            protocol.InputSource.StartsWith("images:", StringComparison.Ordinal)
                ? "FOLDER"
                : protocol.InputSource
        );
        Add("--init", protocol.Init);
        Add("--dtype", protocol.DType);
        Add("--device", protocol.DeviceName);
        Add(
            "--population",
            protocol is { DeviceName: "cpu", Population: 1 } ? null : Text(protocol.Population)
        );
        Add("--proxies", string.Join(',', manifest.Proxies));
        if (manifest.Training is { } recipe)
        {
            AddTraining(recipe);
        }

        return string.Join(' ', words);

        // The folder of the minibatch serves unless it is another.
        void AddTraining(TrainingRecipe recipe)
        {
            Add("--train-images", recipe.Images == protocol.InputSource ? null : "FOLDER");
            Add("--train-count", Text(recipe.ImageCount));
            Add("--train-held-back", Text(recipe.HeldBack));
            Add("--train-classes", recipe.Classes is { } classes ? Text(classes) : null);
            Add("--train-epochs", Text(recipe.Epochs));
            Add("--train-batch", Text(recipe.Batch));
            Add("--train-rate", recipe.Rate.ToString("R", CultureInfo.InvariantCulture));
            if (!recipe.IsAugmented)
            {
                words.Add("--train-plain");
            }
        }

        void Add(string option, string? value)
        {
            if (value is not null)
            {
                words.AddRange([option, value]);
            }
        }
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
