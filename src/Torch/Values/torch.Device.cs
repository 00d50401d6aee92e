using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The current CUDA device; whether there is one shows when a tensor is put there.</summary>
    public static Device CUDA => new(DeviceType.CUDA);

    /// <summary>The device that a text such as "cpu", "cuda" or "cuda:1" names.</summary>
    /// <exception cref="ArgumentException">The text names none.</exception>
    public static Device device(string description) => new(description);

    /// <summary>The device of a kind and number.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>The CUDA device of a number.</summary>
    public static Device device(int index) => new(index);

    /// <summary>
    /// Where a tensor's data lies. Two equal devices are not the same object: compare type and index.
    /// </summary>
    public sealed class Device
    {
        /// <summary>The device that a text such as "cpu" or "cuda:1" names.</summary>
        /// <exception cref="ArgumentException">The text names none.</exception>
        public Device(string description)
        {
            var colon = description.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? description : description[..colon];
            if (!Enum.TryParse(name, ignoreCase: true, out DeviceType parsed) || char.IsAsciiDigit(name[0]))
                throw Unknown(description);
            type = parsed;
            if (colon < 0)
                return;
            if (!int.TryParse(description.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture,
                out var number))
                throw Unknown(description);
            index = number;
        }

        /// <summary>The device of a kind and number; -1 is the current one of its kind.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The CUDA device of a number.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Its number among its kind, or -1.</summary>
        public int index { get; } = -1;

        /// <summary>The device that a text names.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <summary>The text that names this device: "cpu", "cuda", "cuda:1".</summary>
        public override string ToString()
        {
            var name = type switch
            {
                DeviceType.CPU => "cpu",
                DeviceType.CUDA => "cuda",
                DeviceType.META => "meta",
                _ => "mps",
            };
            return type == DeviceType.CPU || index < 0 ? name : string.Create(CultureInfo.InvariantCulture,
                $"{name}:{index}");
        }

        private static ArgumentException Unknown(string description) =>
            new($"'{description}' names no device; write cpu, cuda or cuda:<number>.", nameof(description));
    }
}
