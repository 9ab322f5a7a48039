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
    public static void Widen(Stream stream)
    {
        if (OperatingSystem.IsLinux() && stream is PipeStream pipe)
        {
            _ = Fcntl(pipe.SafePipeHandle, SetPipeSize, Bytes);
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fcntl(SafeHandle handle, int command, nint argument);
}
