namespace LambdaHooks.Cli.Consolidate;

/// <summary>Where the answers of a job lie.</summary>
internal interface IAnswerSource
{
    /// <summary>The job's name as its folder or file spells it.</summary>
    string Name { get; }

    /// <summary>The manifest that lies with the answers; null where there is none.</summary>
    string? ManifestPath { get; }

    /// <summary>Writes every data object that can be read into one payload; tells what cannot.</summary>
    void WriteTo(PayloadFile payload, JobManifest? manifest, JobNotices notices, CancellationToken cancel);
}
