using System.CommandLine;
using System.Text.Json;
using Approvals.Decisions;
using Approvals.Feel;

namespace Approvals.Cli;

/// <summary>Evaluates DMN models, for people and for other systems.</summary>
internal static class DmnCommand
{
    /// <summary>Deep models and expressions need more stack than a console's own thread is given.</summary>
    private const int StackBytes = 256 * 1024 * 1024;

    internal static Command Create(Settings settings)
    {
        var model = new Argument<string>("model") { Description = "A DMN file; it finds the models that it imports beside it." };
        var decision = new Option<string?>("--decision") { Description = "The decision; without it, every decision of the model." };
        var input = new Option<string?>("--input") { Description = "A JSON file of the inputs by name." };
        var evaluate = new Command("evaluate", "Evaluates a decision and prints the answer as JSON.") { model, decision, input };
        evaluate.SetAction(parsed => OnDeepStack(() => Evaluate(
            parsed.GetValue(model)!, parsed.GetValue(decision), parsed.GetValue(input), settings.Language(parsed))));

        var serve = new Command("serve", "Answers JSON requests, one a line, from standard input on standard output, until the input ends.");
        serve.SetAction(parsed => OnDeepStack(() =>
        {
            using var requests = Console.OpenStandardInput();
            using var answers = Console.OpenStandardOutput();
            new DmnServer(settings.Language(parsed), TimeProvider.System).Run(requests, answers);
            return 0;
        }));
        return new Command("dmn", "DMN models.") { evaluate, serve, DmnCheckCommand.Create(settings), DmnSheetCommand.Export(settings), DmnSheetCommand.Import(settings) };
    }

    private static int Evaluate(string model, string? decision, string? input, string language)
    {
        var read = new DmnFolder().Model(model);
        if (!read.IsSuccess)
        {
            Console.Error.WriteLine(Settings.Texts.Format(read.Error, language));
            return 1;
        }

        if (Inputs(input) is not { } inputs)
        {
            Console.Error.WriteLine(Settings.Texts.Format(new Error("cli.dmn.notJson").With("path", input!), language));
            return 1;
        }

        var answer = read.Value.Ask(new DecisionQuery { Names = decision is null ? [] : [decision], Inputs = inputs, Now = TimeProvider.System.GetLocalNow() });
        using var output = Console.OpenStandardOutput();
        output.Write(DmnAnswer.Of(answer, language));
        return answer.Problems.IsEmpty ? 0 : 1;
    }

    private static FeelContext? Inputs(string? path)
    {
        if (path is null)
        {
            return FeelContext.Empty;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), DmnRequest.Json);
            return FeelJson.Read(document.RootElement).TryGetContext(out var inputs) ? inputs : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static int OnDeepStack(Func<int> work)
    {
        var code = 0;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    code = work();
                }
                catch (IOException exception)
                {
                    failure = exception;
                }
            },
            StackBytes);
        thread.Start();
        thread.Join();
        return failure is null ? code : throw failure;
    }
}
