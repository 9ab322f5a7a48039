using System.CommandLine;
using LambdaHooks.Benchmarks;
using LambdaHooks.Benchmarks.Measuring;
using LambdaHooks.Benchmarks.Programs;

var which = new Argument<string>("which") { Description = "What to measure.", DefaultValueFactory = _ => "all" };
_ = which.AcceptOnlyFromAmong(["all", .. BenchmarkSet.Names]);
var bootstrap = new Option<string?>("--bootstrap") { Description = "A published bootstrap to measure. Default: publish one from this checkout." };
var cli = new Option<string?>("--cli") { Description = "A published lambdahooks to measure. Default: publish one from this checkout." };
var cases = new Option<int>("--cases") { Description = "fuzz: how many damaged files to read.", DefaultValueFactory = _ => FuzzRange.Million.Count };
var seed = new Option<int>("--seed") { Description = "fuzz: number of the first; with --cases 1, of the only one." };
var command = new RootCommand("Speed and memory of the hooks as ratios against named peers of the same run; nothing here passes or fails a test.") { which, bootstrap, cli, cases, seed };
command.SetAction(async (arguments, cancel) =>
{
    using var workspace = new Workspace();
    var report = new Report(Console.Out);
    var programs = new NativePrograms(
        new NativeProgram(workspace, "LambdaHooks.Function", "bootstrap", arguments.GetValue(bootstrap)),
        new NativeProgram(workspace, "LambdaHooks.Cli", "lambdahooks", arguments.GetValue(cli)));
    var fuzz = new FuzzRange(arguments.GetValue(seed), arguments.GetValue(cases));
    await new BenchmarkSet(workspace, programs, report, fuzz).RunAsync(arguments.GetValue(which)!, cancel);
    report.Finish();
    return 0;
});

try
{
    return await command.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is BenchmarkException or OperationCanceledException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
