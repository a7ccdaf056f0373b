package dev.vitrine;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The walls of the house. A class that runs into one belongs somewhere else; where the wall itself
/// is wrong, a decision record says why and this test says the new one.
class ArchitectureTest {

    private static final String ROOT = "dev.vitrine";

    /// Every package, lowest first: each uses only those before it. `Demo` and `Vitrine` stand on
    /// top.
    private static final List<String> PACKAGES =
            List.of(
                    "tensor",
                    "signature",
                    "kind",
                    "onnx",
                    "task",
                    "model",
                    "run",
                    "describe",
                    "engine",
                    "trial",
                    "mcp",
                    "http",
                    "cli",
                    "window",
                    "shot");

    private static final List<String> FACES = List.of("mcp", "http", "cli", "window");

    /// What lies where the program itself does, so no test, wherever the build puts those.
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .importUrl(Vitrine.class.getProtectionDomain().getCodeSource().getLocation());

    @TestFactory
    Stream<DynamicTest> usesOnlyWhatIsBelow() {
        return IntStream.range(0, PACKAGES.size())
                .mapToObj(floor -> {
                    var above = PACKAGES.subList(floor + 1, PACKAGES.size());
                    return rule(
                            PACKAGES.get(floor),
                            noClasses()
                                    .that()
                                    .resideInAPackage(in(PACKAGES.get(floor)))
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(withRoot(above))
                                    .because("a package uses only those before it in " + PACKAGES));
                });
    }

    @TestFactory
    Stream<DynamicTest> facesDoNotKnowEachOther() {
        return FACES.stream()
                .map(face -> {
                    var others = FACES.stream().filter(other -> !other.equals(face));
                    return rule(
                            face,
                            noClasses()
                                    .that()
                                    .resideInAPackage(in(face))
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(
                                            others.map(ArchitectureTest::in).toArray(String[]::new))
                                    .because(
                                            "each face can be left out or replaced; Vitrine"
                                                    + " hands one to another as a function"));
                });
    }

    @Test
    void everyPackageHasItsPlace() {
        check(
                classes()
                        .that()
                        .resideOutsideOfPackage(ROOT)
                        .should()
                        .resideInAnyPackage(all(PACKAGES))
                        .because(
                                "a package without a place in the order could use anything: add it"
                                        + " to PACKAGES"));
    }

    @Test
    void packagesFormNoCycle() {
        check(
                slices().matching(ROOT + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("two packages that need each other are one"));
    }

    @Test
    void theProtocolsOfTheEndpointShareTheExchangeOnly() {
        for (String room : List.of("http.exchange", "http.gradio", "http.inference")) {
            check(
                    classes()
                            .that()
                            .resideInAPackage(in(room))
                            .should()
                            .onlyDependOnClassesThat(
                                    resideOutsideOfPackage(in("http"))
                                            .or(resideInAnyPackage(in("http.exchange"), in(room))))
                            .because("a protocol is added or removed without touching another"));
        }
    }

    @Test
    void tensorAndSignatureNeedTheJdkOnly() {
        check(
                classes()
                        .that()
                        .resideInAnyPackage(in("tensor"), in("signature"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                in("tensor"), in("signature"), "java..", "org.jspecify..")
                        .because(
                                "everything is rendered from them, so they outlive every library"));
    }

    @Test
    void javaFxStaysInTheWindow() {
        onlyIn(
                List.of("window", "shot"),
                List.of(
                        "javafx..",
                        "com.sun.javafx..",
                        "atlantafx..",
                        "org.controlsfx..",
                        "impl.org.controlsfx..",
                        "org.kordamp.ikonli.."),
                "the command line and the endpoint run where there is no display");
    }

    @Test
    void theCodesForPhonesStayInTheWindow() {
        onlyIn(
                List.of("window"),
                List.of("com.google.zxing.."),
                "nothing else is looked at by a phone");
    }

    @Test
    void theServerStaysInHttp() {
        onlyIn(
                List.of("http"),
                List.of(
                        "io.javalin..",
                        "org.eclipse.jetty..",
                        "jakarta.servlet..",
                        "io.prometheus..",
                        "kotlin..",
                        "com.sun.net.httpserver.."),
                "one Guard stands in front of everything that answers the network");
    }

    @Test
    void theCommandLineStaysInCli() {
        onlyIn(List.of("cli"), List.of("picocli.."), "the command line is one face among several");
    }

    @Test
    void nativeCodeStaysInTheEngine() {
        onlyIn(
                List.of("engine"),
                List.of("ai.djl..", "ai.onnxruntime.."),
                "another engine is another Network, and a file can be described without native"
                        + " code");
    }

    @Test
    void pictureFormatsStayInTheImageKind() {
        onlyIn(
                List.of("kind.image"),
                List.of("java.awt..", "javax.imageio..", "com.twelvemonkeys.."),
                "Picture is the value everywhere else; ask kind.image to read or write a format");
    }

    @Test
    void noSwingAndNoBrowserInside() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javax.swing..", "javafx.scene.web..", "javafx.embed..")
                        .because("a second toolkit or a browser doubles the size of the program"));
    }

    @Test
    void oneClassHandsWorkToTheFxThread() {
        check(
                noClasses()
                        .that()
                        .haveNameNotMatching(nameOf("window.FxThread"))
                        .should()
                        .accessTargetWhere(
                                target(owner(name("javafx.application.Platform")))
                                        .and(target(name("runLater"))))
                        .because(
                                "one place measures what the FX thread is asked to do: use"
                                        + " window.FxThread"));
    }

    @Test
    void oneClassTalksToTheDesktop() {
        check(
                noClasses()
                        .that()
                        .haveNameNotMatching(nameOf("window.(FxDesktop|FileDrag)"))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "javafx\\.(stage\\.(File|Directory)Chooser|scene\\.input\\.(Clipboard|Dragboard)|application\\.HostServices)")
                        .because(
                                "the headless platform throws on them and tests use a fake: go"
                                        + " through window.Desktop"));
    }

    @Test
    void onlyTheRunnerRunsModels() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(in("model"), in("run"))
                        .should()
                        .accessTargetWhere(
                                target(owner(assignableTo(ROOT + ".model.Model")))
                                        .and(target(name("predict"))))
                        .because("queue, history and Stop are Runner's: submit to it"));
    }

    @Test
    void standardStreamsBelongToTheCommandLine() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(in("cli"), in("mcp"))
                        .and()
                        .haveNameNotMatching(nameOf("Vitrine"))
                        .and()
                        .haveNameNotMatching(nameOf("trial.Trial"))
                        .should()
                        .accessTargetWhere(
                                target(owner(name("java.lang.System")))
                                        .and(target(name("out")).or(target(name("err")))))
                        .because(
                                "standard output carries the answer only, which is what a trial"
                                        + " says to its parent there: log through SLF4J"));
    }

    @Test
    void oneClassStartsProcesses() {
        check(
                noClasses()
                        .that()
                        .haveNameNotMatching(nameOf("trial.(Child|Command)"))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.lang\\.ProcessBuilder")
                        .orShould()
                        .callMethodWhere(
                                target(owner(name("java.lang.Runtime"))).and(target(name("exec"))))
                        .because(
                                "a child gets no secrets, bounded memory and an end: go through"
                                        + " trial.Child"));
    }

    private static void onlyIn(List<String> packages, List<String> libraries, String because) {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(all(packages))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(libraries.toArray(String[]::new))
                        .because(because));
    }

    private static DynamicTest rule(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> check(rule));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static String in(String name) {
        return ROOT + "." + name + "..";
    }

    private static String[] all(List<String> names) {
        return names.stream().map(ArchitectureTest::in).toArray(String[]::new);
    }

    private static String[] withRoot(List<String> names) {
        return Stream.concat(names.stream().map(ArchitectureTest::in), Stream.of(ROOT))
                .toArray(String[]::new);
    }

    /// The class of that name and the classes inside it.
    private static String nameOf(String name) {
        return (ROOT + "." + name).replace(".", "\\.") + "(\\$.*)?";
    }
}
