namespace LambdaHooks.Media;

/// <summary>A source whose bytes may lie in a file of this machine, so that another program can open it instead of being fed.</summary>
public interface ILocalFile
{
    /// <summary>Path of a file that holds exactly the source's bytes and stays while the source is used; null where there is none.</summary>
    string? Path { get; }
}
