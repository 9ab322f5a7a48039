using System.Net;
using System.Text;
using System.Text.Json;
using LambdaHooks.Cli.Tests.Programs;
using LambdaHooks.Ffmpeg.Tests.Programs;

namespace LambdaHooks.Cli.Tests.Report;

/// <summary>A page as Chromium sees it.</summary>
/// <param name="Elements">Elements of the document.</param>
/// <param name="Scripts">Scripts and elements with handlers.</param>
/// <param name="Requests">Addresses that were asked for beside the page's own.</param>
/// <param name="DeadLinks">Links whose target is not there.</param>
/// <param name="Links">Links within the page.</param>
/// <param name="OtherLinks">Links that lead out of it.</param>
/// <param name="RepeatedIds">Ids that are there more than once.</param>
/// <param name="Hacked">True where somebody's text was run.</param>
/// <param name="Quirks">True where the page is not read as today's HTML.</param>
/// <param name="Text">All text, also in pictures and folded parts.</param>
/// <param name="Marks">Every mark: what it says of its times, and where its shape lies.</param>
/// <param name="TablesWithoutNames">Tables without a caption or headers.</param>
/// <param name="PicturesWithoutNames">Pictures without a title or a description.</param>
internal sealed record Seen(
    int Elements, int Scripts, string[] Requests, string[] DeadLinks, int Links, int OtherLinks, string[] RepeatedIds, bool Hacked, bool Quirks, string Text, SeenMark[] Marks,
    int TablesWithoutNames, int PicturesWithoutNames)
{
    private const string Start = "<pre id=\"seen\">";

    private const string Script = """
        const doc = document.getElementById('page').contentDocument, win = document.getElementById('page').contentWindow;
        const all = s => [...doc.querySelectorAll(s)];
        const local = all('a[href^="#"]').map(a => a.getAttribute('href').slice(1));
        const ids = all('[id]').map(e => e.id);
        const marks = all('svg g.mark').map(g => {
          const shape = g.querySelector('rect.segment, line').getBoundingClientRect(), svg = g.closest('svg[data-span]');
          const row = svg.getBoundingClientRect();
          return { start: +g.dataset.start, end: +g.dataset.end, span: +svg.dataset.span, left: (shape.left - row.left) / row.width, width: shape.width / row.width, pixel: 1 / row.width };
        });
        const seen = {
          elements: all('*').length,
          scripts: all('script').length + all('*').filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length,
          requests: win.performance.getEntriesByType('resource').map(e => e.name),
          deadLinks: local.filter(id => !doc.getElementById(id)), links: local.length, otherLinks: all('a').length - local.length,
          repeatedIds: ids.filter((id, i) => ids.indexOf(id) !== i),
          hacked: 'hacked' in win || 'hacked' in window, quirks: doc.compatMode !== 'CSS1Compat',
          text: doc.documentElement.textContent, marks,
          tablesWithoutNames: all('table').filter(t => !t.caption || !t.tHead || !t.querySelector('th[scope=col]')).length,
          picturesWithoutNames: all('svg[role=img]').filter(s => s.getAttribute('aria-labelledby').split(' ').some(id => !doc.getElementById(id))).length,
        };
        const pre = document.createElement('pre');
        pre.id = 'seen';
        pre.textContent = JSON.stringify(seen);
        document.body.append(pre);
        """;

    /// <summary>Shows a page and looks at it from outside, since nothing runs within it.</summary>
    /// <returns>What was seen, and what the browser said on its console.</returns>
    public static async Task<(Seen Page, string[] Console)> OfAsync(TemporaryFolder folder, string path)
    {
        var frame = folder.Put("frame.html", $"<!DOCTYPE html><meta charset=\"utf-8\"><body><iframe id=\"page\" width=\"1200\" height=\"900\" src=\"{Path.GetFileName(path)}\"></iframe><script>window.onload=()=>{{{Script}}}</script>");
        var run = await ToolRun.OfAsync(
            await Installed.ChromiumAsync(),
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--allow-file-access-from-files", "--enable-logging=stderr",
            $"--user-data-dir={folder.Below("profile")}", "--dump-dom", new Uri(frame).AbsoluteUri);
        var dom = Encoding.UTF8.GetString(run.Output);
        var start = dom.IndexOf(Start, StringComparison.Ordinal);
        Assert.True(start >= 0, run.Errors);
        var json = WebUtility.HtmlDecode(dom[(start + Start.Length)..dom.IndexOf("</pre>", start, StringComparison.Ordinal)]);
        return (JsonSerializer.Deserialize<Seen>(json, JsonSerializerOptions.Web)!, [.. run.Errors.Split('\n').Where(l => l.Contains("CONSOLE", StringComparison.Ordinal))]);
    }
}

/// <summary>A mark of a picture.</summary>
/// <param name="Start">Seconds it says.</param>
/// <param name="End">Seconds it says.</param>
/// <param name="Span">Seconds of the whole picture.</param>
/// <param name="Left">Where its shape begins, as a share of the picture's width.</param>
/// <param name="Width">How wide it is, as a share.</param>
/// <param name="Pixel">One pixel, as a share.</param>
internal sealed record SeenMark(double Start, double End, double Span, double Left, double Width, double Pixel);
