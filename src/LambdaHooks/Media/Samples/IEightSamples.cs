using System.Runtime.Intrinsics;

namespace LambdaHooks.Media;

/// <summary>A format whose samples are read eight at a time.</summary>
internal interface IEightSamples
{
    /// <summary>Eight samples from where they begin; reads their bytes and none beyond.</summary>
    static abstract Vector128<short> Read(ref readonly byte from);
}
