using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace LambdaHooks.Ffmpeg;

/// <summary>Lets more wait in a pipe than the 64 KiB it begins with, so that programs take turns less often.</summary>
/// <remarks>Source: Linux, fcntl(2), <c>F_SETPIPE_SZ</c>; 1 MiB is what an ordinary user may ask for.</remarks>
internal static class PipeSize
{
    private const int SetPipeSize = 1031;
    private const int Bytes = 1 << 20;

    /// <summary>Tries it; a pipe that stays small works as well.</summary>
    /// <returns>Bytes that it holds; 0 where that is not known.</returns>
    public static int Widen(Stream stream) =>
        OperatingSystem.IsLinux() && stream is PipeStream pipe ? Math.Max(0, Fcntl(pipe.SafePipeHandle, SetPipeSize, Bytes)) : 0;

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fcntl(SafeHandle handle, int command, nint argument);
}
