using LambdaHooks.Hooks;
using LambdaHooks.Media;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Peaks of one medium after the other, wherever they lie.</summary>
/// <param name="tools">What scans and decodes.</param>
/// <param name="request">What was asked for.</param>
/// <param name="store">The store; made when it is first needed.</param>
/// <param name="namesAreMadeUp">Whether targets took their names from the media.</param>
internal sealed class PeakJob(PeakTools tools, PeakRequest request, Func<IObjectStore> store, bool namesAreMadeUp)
{
    private readonly MediumReader reader = new(request);
    private readonly PeakMaking making = new(tools, request.Settings);
    private readonly KeptPeaks kept = new(request.Settings);

    /// <summary>Makes the peaks of one medium. Whatever is wrong with it is a result, so that the others go on.</summary>
    /// <param name="input">The medium.</param>
    /// <param name="target">Where its peaks go.</param>
    /// <param name="plan">How a file's bytes are fetched.</param>
    /// <param name="progress">Hears how much is done, 0 to 1.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<PeakOutcome> RunAsync(PeakInput input, PeakTarget target, ScanPlan plan, Action<double> progress, CancellationToken cancel)
    {
        try
        {
            return await MakeAsync(input, target, plan, progress, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is MediumException or DecodeException or PeakOptionsException or StoreException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new PeakOutcome.Failed(e.Message);
        }
        catch (Exception e) when (e is not (OperationCanceledException or UsageException))
        {
            return new PeakOutcome.Failed($"internal-error: {e.GetType().Name}: {e.Message}");
        }
    }

    private async Task<PeakOutcome> MakeAsync(PeakInput input, PeakTarget target, ScanPlan plan, Action<double> progress, CancellationToken cancel)
    {
        switch (input)
        {
            case PeakInput.Local { Path: var path }:
                using (var file = LocalFile.Open(path))
                {
                    var medium = await reader.OfAsync(file, path, cancel).ConfigureAwait(false);
                    return await MakeAsync(medium, target, file.Modified, plan, progress, cancel).ConfigureAwait(false);
                }

            case PeakInput.Stored { Uri: var uri }:
                var source = await StoredMedium.OpenAsync(store(), uri, TimeProvider.System, cancel).ConfigureAwait(false);
                var stored = await reader.OfAsync(source, uri.Key, cancel).ConfigureAwait(false);
                return await MakeAsync(stored, target, null, ScanPlan.Remote, progress, cancel).ConfigureAwait(false);

            case PeakInput.Piped { Place: var place }:
                var pipe = place == PeakRequest.Dash ? tools.Input() : File.OpenRead(place);
                await using (pipe.ConfigureAwait(false))
                {
                    return await MakeOfPipeAsync(pipe, target, plan, progress, cancel).ConfigureAwait(false);
                }

            default:
                return new PeakOutcome.Failed(((PeakInput.Unusable)input).Reason);
        }
    }

    private async Task<PeakOutcome> MakeOfPipeAsync(Stream pipe, PeakTarget target, ScanPlan plan, Action<double> progress, CancellationToken cancel)
    {
        Spool? spool = null;
        try
        {
            var medium = await reader.OfPipeAsync(pipe, async whole => spool = await Spool.OfAsync(whole, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
            return await WriteAsync(medium, target, plan, progress, cancel).ConfigureAwait(false);
        }
        finally
        {
            spool?.Dispose();
        }
    }

    private async Task<PeakOutcome> MakeAsync(Medium medium, PeakTarget target, DateTime? modified, ScanPlan plan, Action<double> progress, CancellationToken cancel)
    {
        if (request.Force || request.Settings.MeasureLoudness)
        {
            return await WriteAsync(medium, target, plan, progress, cancel).ConfigureAwait(false);
        }

        return await kept.LookAsync(target, store, medium, modified, cancel).ConfigureAwait(false) switch
        {
            Kept.Same => new PeakOutcome.Kept(),
            Kept.Foreign when namesAreMadeUp => new PeakOutcome.Failed($"output: {target.Name} is there and holds no such peaks; --force replaces it"),
            _ => await WriteAsync(medium, target, plan, progress, cancel).ConfigureAwait(false),
        };
    }

    private async Task<PeakOutcome> WriteAsync(Medium medium, PeakTarget target, ScanPlan plan, Action<double> progress, CancellationToken cancel)
    {
        PeakOutcome.Made? made = null;
        await target.WriteAsync(store, request.Settings.Format.MediaType(), async file => made = await making.MakeAsync(medium, file, plan, progress, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        return made!;
    }
}
