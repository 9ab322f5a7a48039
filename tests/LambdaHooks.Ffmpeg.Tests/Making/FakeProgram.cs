namespace LambdaHooks.Ffmpeg.Tests.Making;

/// <summary>A shell script that stands in for a program.</summary>
internal static class FakeProgram
{
    /// <returns>Its path.</returns>
    public static string Write(string path, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script stands in for the program");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
