using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LambdaHooks.Ffmpeg.Tests.Programs;

/// <summary>Chromium without a window. It shows one page, which asks for <c>/said/…</c> when it has something to say.</summary>
internal static class Browser
{
    private const string Saying = "/said/";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What the page said.</summary>
    /// <param name="chromium">The program.</param>
    /// <param name="profile">A folder for its own files.</param>
    /// <param name="page">HTML; its script ends with <c>fetch("/said/" + …)</c>.</param>
    public static async Task<string> AskAsync(string chromium, string profile, string page)
    {
        using var listener = Listen(out var address);
        var start = new ProcessStartInfo(chromium,
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={profile}", "--remote-debugging-port=0", address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            return await ServeAsync(listener, page).WaitAsync(Patience);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            _ = await Task.WhenAll(output, errors).WaitAsync(Patience);
        }
    }

    private static HttpListener Listen(out string address)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = $"http://{free.LocalEndpoint}/";
        free.Stop();
        var listener = new HttpListener();
        listener.Prefixes.Add(address);
        listener.Start();
        return listener;
    }

    private static async Task<string> ServeAsync(HttpListener listener, string page)
    {
        while (true)
        {
            var asked = await listener.GetContextAsync();
            var path = asked.Request.Url!.AbsolutePath;
            asked.Response.ContentType = "text/html";
            asked.Response.Close(Encoding.UTF8.GetBytes(path == "/" ? page : ""), willBlock: true);
            if (path.StartsWith(Saying, StringComparison.Ordinal))
            {
                return Uri.UnescapeDataString(path[Saying.Length..]);
            }
        }
    }
}
