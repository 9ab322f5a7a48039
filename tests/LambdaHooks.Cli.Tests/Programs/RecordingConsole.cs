using System.Text;
using Spectre.Console;

namespace LambdaHooks.Cli.Tests.Programs;

/// <summary>A console that keeps what is written to it.</summary>
internal sealed class RecordingConsole : IAnsiConsoleOutput, IDisposable
{
    private readonly StringWriter text = new() { NewLine = "\n" };

    private RecordingConsole(bool isTerminal, int width)
    {
        IsTerminal = isTerminal;
        Width = width;
        Screen = new Screen(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = this,
        }));
    }

    public static RecordingConsole Terminal(int width) => new(isTerminal: true, width);

    public static RecordingConsole File() => new(isTerminal: false, width: 80);

    public Screen Screen { get; }

    public string Text => text.ToString();

    public TextWriter Writer => text;

    public bool IsTerminal { get; }

    public int Width { get; }

    public int Height => 50;

    public void SetEncoding(Encoding encoding)
    {
        // Text is kept, not encoded.
    }

    public void Dispose() => text.Dispose();
}
