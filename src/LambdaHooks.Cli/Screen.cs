using LambdaHooks.Timeline;
using Spectre.Console;

namespace LambdaHooks.Cli;

/// <summary>Writes to the person: colour on a terminal, plain lines elsewhere. What is written is text, never markup or a terminal's command.</summary>
/// <param name="rich">The console; made when it is first needed, since that takes longer than many a command.</param>
/// <param name="plain">Where lines go where no terminal is written to; null for the console.</param>
internal sealed class Screen(Lazy<IAnsiConsole> rich, TextWriter? plain)
{
    private const int WidestDrawing = 120;
    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Result = new(Color.Green);
    private static readonly Style Problem = new(Color.Red);

    public Screen(IAnsiConsole console)
        : this(new Lazy<IAnsiConsole>(console), console.Profile.Out.IsTerminal ? null : console.Profile.Out.Writer)
    {
    }

    private IAnsiConsole Console => rich.Value;

    /// <summary>Writes to standard output.</summary>
    public static Screen OfOutput() => new(new Lazy<IAnsiConsole>(() => AnsiConsole.Console), System.Console.IsOutputRedirected ? System.Console.Out : null);

    /// <summary>Writes to standard error, where standard output is for something else.</summary>
    public static Screen OfErrors() => new(
        new Lazy<IAnsiConsole>(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) })),
        System.Console.IsErrorRedirected ? System.Console.Error : null);

    public void Line(string text = "") => Write(text, Style.Plain);

    public void Title(string text) => Write(text, Heading);

    public void Good(string text) => Write(text, Result);

    public void Bad(string text) => Write(text, Problem);

    /// <summary>Draws rows on a time line; rows whose name is in <paramref name="highlighted"/> stand out.</summary>
    public void Draw(IReadOnlyList<(string Name, IReadOnlyList<Segment> Segments)> rows, Interval span, Func<Segment, string> caption, params string[] highlighted)
    {
        var width = Math.Min(plain is null ? Console.Profile.Width : WidestDrawing, WidestDrawing) - 2;
        foreach (var line in TimelineDrawing.Draw(rows, span, width, caption))
        {
            Write("  " + line, highlighted.Any(h => line.StartsWith(h, StringComparison.Ordinal)) ? Result : Style.Plain);
        }
    }

    /// <summary>Runs work that reports how far it is: a bar on a terminal once it takes longer than a second, nothing elsewhere.</summary>
    public async Task<T> WithProgressAsync<T>(string what, Func<Action<double>, Task<T>> work)
    {
        if (plain is not null || !Console.Profile.Capabilities.Interactive)
        {
            return await work(_ => { }).ConfigureAwait(false);
        }

        var running = 0.0;
        var task = Task.Run(() => work(done => running = done));
        if (await Task.WhenAny(task, Task.Delay(TimeSpan.FromSeconds(1))).ConfigureAwait(false) == task)
        {
            return await task.ConfigureAwait(false);
        }

        return await Console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(Markup.Escape(what), maxValue: 1);
            while (!task.IsCompleted)
            {
                bar.Value = running;
                await Task.Delay(100).ConfigureAwait(false);
            }

            return await task.ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private void Write(string text, Style style)
    {
        var line = PlainText.Of(text);

        // Spectre folds lines at the console's width; a drawing or a path must stay in one piece elsewhere.
        if (plain is null)
        {
            Console.Write(new Text(line, style));
            Console.WriteLine();
        }
        else
        {
            plain.WriteLine(line);
        }
    }
}
