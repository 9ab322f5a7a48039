using LambdaHooks.Hooks;

namespace LambdaHooks.Cli.Peaks;

/// <summary>One medium to make peaks of.</summary>
internal abstract record PeakInput
{
    private PeakInput()
    {
    }

    /// <summary>As messages name it.</summary>
    public abstract string Name { get; }

    /// <summary>A file.</summary>
    /// <param name="Path">Where it lies.</param>
    /// <param name="Relative">Its path below the folder that was named; its name where it was named itself.</param>
    internal sealed record Local(string Path, string Relative) : PeakInput
    {
        public override string Name => Path;
    }

    /// <summary>An object in a store.</summary>
    internal sealed record Stored(ObjectUri Uri) : PeakInput
    {
        public override string Name => Uri.ToString();
    }

    /// <summary>What comes once, forward: standard input, or a device such as <c>/dev/fd/63</c>.</summary>
    /// <param name="Place">The device, or <c>-</c>.</param>
    internal sealed record Piped(string Place) : PeakInput
    {
        public override string Name => Place == PeakRequest.Dash ? "standard input" : Place;
    }

    /// <summary>A line of a manifest that names no medium.</summary>
    /// <param name="Line">Manifest and number of the line.</param>
    /// <param name="Reason">Field and what is wrong with it.</param>
    internal sealed record Unusable(string Line, string Reason) : PeakInput
    {
        public override string Name => Line;
    }
}
