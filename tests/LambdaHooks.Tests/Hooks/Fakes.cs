using LambdaHooks.Hooks;

namespace LambdaHooks.Tests.Hooks;

/// <summary>URLs that show what they were signed for.</summary>
internal sealed class PlainSigner : IUrlSigner
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public SignedUrl SignGet(ObjectUri uri, TimeSpan lifetime) => new($"https://{uri.Bucket}.example/{uri.Key}?signed", Now + lifetime);
}

/// <summary>Remembers what happened.</summary>
internal sealed class ListLog : IHookLog
{
    private readonly List<HookEvent> happenings = [];

    public IReadOnlyList<HookEvent> Happenings
    {
        get
        {
            lock (happenings)
            {
                return [.. happenings];
            }
        }
    }

    public void Write(HookEvent happening)
    {
        lock (happenings)
        {
            happenings.Add(happening);
        }
    }
}

/// <summary>One store for any role; remembers which were asked for.</summary>
internal sealed class ListRoles(IObjectStore store) : IRoleStores
{
    public List<string> Assumed { get; } = [];

    public Task<IObjectStore> AssumeAsync(string roleArn, CancellationToken cancel)
    {
        Assumed.Add(roleArn);
        return Task.FromResult(store);
    }
}
