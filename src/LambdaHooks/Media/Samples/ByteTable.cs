using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LambdaHooks.Media;

/// <summary>Sixteen bytes looked up at a time, in one instruction.</summary>
/// <remarks>
/// <see cref="Vector128.Shuffle(Vector128{byte}, Vector128{byte})"/> does the same, but compiled ahead of time it must do without
/// the instruction (SSSE3), which no machine is promised to have; here it is asked for as the program runs.
/// </remarks>
internal static class ByteTable
{
    /// <summary>Whether this machine has such an instruction.</summary>
    public static bool IsSupported => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>The bytes of a table at indexes: 0 to 15, or 255 for a zero. Only where <see cref="IsSupported"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Look(Vector128<byte> table, Vector128<byte> indexes) =>
        AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(table, indexes) : Ssse3.Shuffle(table, indexes);
}
