package dev.vitrine.cli;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.run.SelfTest;
import dev.vitrine.signature.ProblemException;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.util.List;

/// Every example of the models and the test tensors beside them, run and held against what is
/// expected.
final class CheckCommand extends PlainCommand {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "Run every example and test tensor of the models and compare with what is expected.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(this, Options.model("1..*"));
        spec.usageMessage().customSynopsis("vitrine check MODEL...");
        return spec;
    }

    @Override
    int run(ParseResult options, Session session) {
        int code = Cli.DONE;
        try (Catalog catalog = session.faces().catalog();
                Runner runner = session.faces().runner()) {
            for (String name : Options.models(options)) {
                code = Math.max(code, check(name, catalog, runner, session));
            }
        }
        return code;
    }

    /// One model that cannot be read is no reason to leave the others unchecked.
    private static int check(String name, Catalog catalog, Runner runner, Session session) {
        try {
            Model model = catalog.open(name);
            List<SelfTest.Result> results = SelfTest.run(runner, model);
            results.forEach(result -> session.answer(line(result)));
            session.answer(summary(model, results));
            return results.stream().allMatch(SelfTest.Result::passed) ? Cli.DONE : Cli.FAILED;
        } catch (ProblemException e) {
            session.say(String.valueOf(e.getMessage()));
            return Cli.exitCode(e.fault());
        }
    }

    private static String line(SelfTest.Result result) {
        String name =
                "%d %s%s"
                        .formatted(
                                result.number(),
                                result.tensors() ? "test tensors " : "",
                                result.example().name());
        if (!result.passed()) {
            return "✗ %s: %s".formatted(name, result.difference());
        }
        return result.compared() ? "✓ " + name : "✓ %s: runs, nothing is expected".formatted(name);
    }

    private static String summary(Model model, List<SelfTest.Result> results) {
        long passed = results.stream().filter(SelfTest.Result::passed).count();
        if (results.isEmpty()) {
            return "%s: there are no examples and no test tensors to check.".formatted(model.id());
        }
        String what =
                results.stream().anyMatch(SelfTest.Result::tensors)
                        ? "examples and test tensors"
                        : "examples";
        return passed == results.size()
                ? "%s: all %d %s are as expected.".formatted(model.id(), passed, what)
                : "%s: %d of %d %s are not as expected."
                        .formatted(model.id(), results.size() - passed, results.size(), what);
    }
}
