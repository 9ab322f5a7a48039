using System.Security.Cryptography;

namespace LambdaHooks.Cli.Consolidate;

/// <summary>One consolidation request while it is written: objects go straight to the file, so a job's answers never lie in memory here.</summary>
internal sealed class PayloadFile : IDisposable
{
    private readonly FileStream file;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Func<string, string?> tokenOf;

    /// <param name="path">Where to; its folder is made.</param>
    /// <param name="tokenOf">The token of an object's task, to put in where recorded answers leave it open; null where it is not known.</param>
    public PayloadFile(string path, Func<string, string?> tokenOf)
    {
        this.tokenOf = tokenOf;
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        Write("["u8);
    }

    private static ReadOnlySpan<byte> TokenMark => "@TOKEN@"u8;

    /// <summary>Elements written.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an element.</summary>
    /// <param name="id">Its object's id; null where it has none.</param>
    /// <param name="element">Its JSON.</param>
    public void Add(string? id, ReadOnlySpan<byte> element)
    {
        if (Count++ > 0)
        {
            Write(",\n"u8);
        }

        if (id is null || element.IndexOf(TokenMark) < 0 || tokenOf(id) is not { } token)
        {
            Write(element);
            return;
        }

        for (var at = element.IndexOf(TokenMark); at >= 0; at = element.IndexOf(TokenMark))
        {
            Write(element[..at]);
            Write(System.Text.Encoding.ASCII.GetBytes(token));
            element = element[(at + TokenMark.Length)..];
        }

        Write(element);
    }

    /// <summary>Ends the payload.</summary>
    /// <returns>SHA-256 of its bytes, in hex: the name of the folder that the hook writes to.</returns>
    public string Finish()
    {
        Write("]"u8);
        file.Dispose();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose()
    {
        file.Dispose();
        hash.Dispose();
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        file.Write(bytes);
        hash.AppendData(bytes);
    }
}
