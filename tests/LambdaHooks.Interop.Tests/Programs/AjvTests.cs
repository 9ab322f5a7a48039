namespace LambdaHooks.Interop.Tests.Programs;

/// <summary>The helper itself: a validator that finds nothing in anything would prove nothing.</summary>
public sealed class AjvTests : IDisposable
{
    private const string Schema = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "properties": { "start": { "type": "number", "minimum": 0 }, "at": { "type": "string", "format": "date-time" } },
          "required": ["start"]
        }
        """;

    private readonly string path = Path.GetTempFileName();

    public AjvTests() => File.WriteAllText(path, Schema);

    [Theory]
    [InlineData("""{"start": 0}""")]
    [InlineData("""{"start": 1.5, "at": "2026-11-22T10:00:00Z"}""")]
    public async Task AValidTextHasNoFindings(string json) => Assert.Empty(await FindingsAsync(json));

    [Theory]
    [InlineData("{}", "/ must have required property 'start'")]
    [InlineData("""{"start": -1}""", "/start must be >= 0")]
    [InlineData("""{"start": 1, "at": "noon"}""", "/at must match format \"date-time\"")]
    public async Task AFindingSaysWhereAndWhat(string json, string finding) => Assert.Equal([finding], await FindingsAsync(json));

    public void Dispose() => File.Delete(path);

    private Task<string[]> FindingsAsync(string json) => Ajv.ValidateAsync(path, json, TestContext.Current.CancellationToken);
}
