using System.CommandLine;
using LambdaHooks.Datasets.Annotations;

namespace LambdaHooks.Cli.Agreement;

/// <summary><c>lambdahooks agreement</c>: how much annotators agree, from files of many programs, with no labeling job.</summary>
internal static class AgreementCommand
{
    private const string Description =
        "Tell how much annotators agree on segments of clips and on labels of items, from files of many programs. Exit code 0: done, 1: an input cannot be used, 2: wrong usage.";

    public static Command Create(Screen screen, IMeasures? measures = null)
    {
        var options = new AgreementOptions();
        var command = new Command("agreement", Description);
        options.AddTo(command);
        command.SetAction((arguments, cancel) => Task.FromResult(Run(screen, measures ?? new LibraryMeasures(), options.Read(arguments), cancel)));
        return command;
    }

    private static int Run(Screen screen, IMeasures measures, AgreementRequest request, CancellationToken cancel)
    {
        try
        {
            var files = new AnnotationFiles(request.Format);
            var annotations = files.Read(AnnotationInputs.Find(request), cancel);
            var report = new AgreementCalculation(measures, request.Settings, cancel).Of(request.EverybodySawAll ? annotations.WithEverybody() : annotations);
            Show(screen, report with { Notices = [.. files.Notices.Concat(report.Notices).Order(StringComparer.Ordinal)] }, request);
            return ExitCode.Same;
        }
        catch (AnnotationException e)
        {
            screen.Bad(e.Message);
            return ExitCode.Different;
        }
    }

    private static void Show(Screen screen, AgreementReport report, AgreementRequest request)
    {
        if (request.Json)
        {
            foreach (var line in AgreementJson.Lines(report, request.Settings))
            {
                screen.Line(line);
            }
        }
        else
        {
            new AgreementTable(screen).Show(report, request.Settings);
        }
    }
}
