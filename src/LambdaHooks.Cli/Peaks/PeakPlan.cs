using LambdaHooks.Folders;

namespace LambdaHooks.Cli.Peaks;

/// <summary>Which medium's peaks go where, decided from all media before the first is read.</summary>
/// <param name="Pairs">Every medium and where its peaks go.</param>
/// <param name="NamesAreMadeUp">True where targets took their names from the media, so nobody said that a file there may be replaced.</param>
internal sealed record PeakPlan(IReadOnlyList<(PeakInput Input, PeakTarget Target)> Pairs, bool NamesAreMadeUp)
{
    /// <summary>Makes the plan.</summary>
    /// <exception cref="UsageException">The media do not fit the output.</exception>
    public static PeakPlan Of(PeakRequest request, IReadOnlyList<PeakInput> inputs, PeakTools tools)
    {
        var group = request.Inputs.Count > 1 || request.Inputs.Any(PeakInputs.IsGroup);
        if (request.Inputs.Count > 1 && request.Inputs.Contains(PeakRequest.Dash))
        {
            throw new UsageException("- is standard input, which comes alone.");
        }

        if (request.Output is { } output && !IsFolder(output))
        {
            return !group ? Checked(new([(inputs[0], PeakTarget.Of(output, tools))], NamesAreMadeUp: false))
                : throw new UsageException($"-o {output}: several media need a folder; end it with / to have it made.");
        }

        if (inputs.OfType<PeakInput.Piped>().Any())
        {
            throw new UsageException("Standard input has no name that peaks could take; name a file with -o, or - for standard output.");
        }

        var ending = request.Settings.Format.Ending();
        PeakInput[] usable = [.. inputs.Where(i => i is not PeakInput.Unusable)];
        var names = PeakNames.Of([.. usable.Select(i => Place(i, request.Output))], ending);
        return Checked(new([
            .. usable.Zip(names, (input, name) => (input, PeakTarget.Of(name, tools))),
            .. inputs.Except(usable).Select(input => (input, (PeakTarget)new PeakTarget.Local(input.Name))),
        ], NamesAreMadeUp: true));
    }

    private static bool IsFolder(string output) => output.EndsWith('/') || (!PeakInputs.IsInStore(output) && Directory.Exists(output));

    /// <summary>The medium's name where its peaks will lie.</summary>
    private static string Place(PeakInput input, string? folder) => (input, folder) switch
    {
        (PeakInput.Local local, null) => local.Path,
        (PeakInput.Local local, { } store) when PeakInputs.IsInStore(store) => store + local.Relative.Replace(Path.DirectorySeparatorChar, '/'),
        (PeakInput.Local local, _) => Path.Combine(folder, local.Relative),
        (PeakInput.Stored stored, null) => stored.Name,
        (PeakInput.Stored { Uri: var uri }, { } store) when PeakInputs.IsInStore(store) => $"{store}{uri.Bucket}/{uri.Key}",

        // Keys may hold what file systems refuse, or lead out of the folder.
        (PeakInput.Stored { Uri: var uri }, _) => new BucketFolders().Add(uri.Bucket, Path.Combine(folder, uri.Bucket)).PathToWrite(uri)!,
        _ => throw new InvalidOperationException($"{input.Name} has no name that peaks could take."),
    };

    private static PeakPlan Checked(PeakPlan plan)
    {
        var media = plan.Pairs.Select(p => p.Input).OfType<PeakInput.Local>().Select(i => Path.GetFullPath(i.Path)).ToHashSet(StringComparer.Ordinal);
        return plan.Pairs.Where(p => p.Input is not PeakInput.Unusable).Select(p => p.Target).OfType<PeakTarget.Local>().FirstOrDefault(t => media.Contains(Path.GetFullPath(t.Path))) is { } taken
            ? throw new UsageException($"{taken.Path} is one of the media; name another output with -o.")
            : plan;
    }
}
