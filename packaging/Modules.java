import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.lang.model.SourceVersion;

/// Gives every jar of a folder that has no module descriptor one that says what Java assumes of it,
/// so that jlink takes it: jlink refuses automatic modules.
///
/// An automatic module exports and opens everything, provides what its `META-INF/services` say,
/// reads every other module and may look for any service. The descriptor says the same, but for the
/// last two, which have to be named: it requires the modules whose packages its classes mention,
/// and uses the services that its code gives to `ServiceLoader`.
///
/// Takes the folder, whose jars it changes, and the program's module. Prints the home of the JDK it
/// runs on, then the modules of the program, which are those that the launcher's module path gives
/// it. What their jars say of licences goes to a third folder.
void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    ModuleFinder here = ModuleFinder.of(folder);
    Set<String> program = new TreeSet<>();
    Map<String, String> owners = new HashMap<>();
    for (ResolvedModule module :
            Configuration.resolveAndBind(
                            ModuleFinder.compose(here, ModuleFinder.ofSystem()),
                            List.of(Configuration.empty()),
                            ModuleFinder.of(),
                            Set.of(arguments[1]))
                    .modules()) {
        if (here.find(module.name()).isPresent()) {
            program.add(module.name());
        }
        module.reference().descriptor().packages().forEach(name -> owners.put(name, module.name()));
    }
    for (ModuleReference module : here.findAll()) {
        if (module.descriptor().isAutomatic() && program.contains(module.descriptor().name())) {
            describe(Path.of(module.location().orElseThrow()), module.descriptor(), owners);
        }
    }
    for (String name : program) {
        licences(here.find(name).orElseThrow(), Path.of(arguments[2], name));
    }
    IO.println(System.getProperty("java.home"));
    IO.println(String.join(",", program));
}

void describe(Path jar, ModuleDescriptor module, Map<String, String> owners) throws IOException {
    Set<String> required = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    Set<String> packages = new TreeSet<>();
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
        try (Stream<Path> all = Files.walk(files.getPath("/"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (isZoo(file)) {
                    Files.delete(file);
                    continue;
                }
                packages.add(file.getParent().toString().substring(1).replace('/', '.'));
                if (file.toString().endsWith(".class")) {
                    look(ClassFile.of().parse(Files.readAllBytes(file)), owners, required, used);
                }
            }
        }
        required.remove(module.name());
        // folders of resources count as packages too
        packages.removeIf(name -> !SourceVersion.isName(name));
        Files.write(
                files.getPath("/module-info.class"), descriptor(module, packages, required, used));
    }
}

/// DJL's lists of models to download: nothing here downloads, and no two modules may have one folder.
boolean isZoo(Path file) {
    return file.startsWith("/nlp") || file.startsWith("/cv");
}

/// Finds the modules whose packages a class mentions, and the services it looks for.
void look(ClassModel type, Map<String, String> owners, Set<String> required, Set<String> used) {
    for (var entry : type.constantPool()) {
        if (entry instanceof ClassEntry mentioned) {
            ClassDesc desc = mentioned.asSymbol();
            while (desc.isArray()) {
                desc = desc.componentType();
            }
            String owner = desc.isPrimitive() ? null : owners.get(desc.packageName());
            if (owner != null) {
                required.add(owner);
            }
        }
    }
    type.methods().forEach(method -> method.code().ifPresent(code -> services(code, used)));
}

/// The class constants of a method that calls `ServiceLoader`.
void services(CodeModel code, Set<String> used) {
    boolean loads =
            code.elementStream()
                    .anyMatch(i ->
                            i instanceof InvokeInstruction call
                                    && call.owner()
                                            .asInternalName()
                                            .equals("java/util/ServiceLoader")
                                    && call.name().stringValue().startsWith("load"));
    if (loads) {
        code.elementStream()
                .filter(ConstantInstruction.class::isInstance)
                .map(i -> ((ConstantInstruction) i).constantValue())
                .filter(ClassDesc.class::isInstance)
                .map(c -> (ClassDesc) c)
                .forEach(c -> used.add(c.packageName() + "." + c.displayName()));
    }
}

/// Copies what a jar says of its licence and of those in it, and says where it came from.
void licences(ModuleReference module, Path folder) throws IOException {
    Path jar = Path.of(module.location().orElseThrow());
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("jar.txt"), jar.getFileName() + "\n");
    try (FileSystem files = FileSystems.newFileSystem(jar);
            Stream<Path> all = Files.walk(files.getPath("/"))) {
        for (Path file : all.filter(Files::isRegularFile).filter(this::isLicence).toList()) {
            String name = file.getFileName().toString();
            // deeper ones are of something that the jar has in it, and several may be called alike
            boolean own = file.getNameCount() <= 2;
            Files.copy(
                    file,
                    folder.resolve(own ? name : file.toString().substring(1).replace('/', '-')));
        }
    }
}

boolean isLicence(Path file) {
    String name = file.getFileName().toString();
    return !name.matches(".*\\.(class|fxml)")
            && name.matches(
                    "(?i)(.*licen[cs]e|.*notices?|.*-ofl|copying|copyright|al2\\.0|lgpl2\\.1)([-._].*)?");
}

byte[] descriptor(
        ModuleDescriptor module, Set<String> packages, Set<String> required, Set<String> used) {
    ModuleAttribute attribute =
            ModuleAttribute.of(
                    ModuleDesc.of(module.name()),
                    builder -> {
                        builder.moduleFlags(AccessFlag.OPEN);
                        module.rawVersion().ifPresent(builder::moduleVersion);
                        builder.requires(
                                ModuleDesc.of("java.base"), Set.of(AccessFlag.MANDATED), null);
                        required.stream()
                                .filter(name -> !name.equals("java.base"))
                                .forEach(name ->
                                        builder.requires(ModuleDesc.of(name), Set.of(), null));
                        module.packages()
                                .forEach(name -> builder.exports(PackageDesc.of(name), Set.of()));
                        used.forEach(name -> builder.uses(ClassDesc.of(name)));
                        module.provides()
                                .forEach(service ->
                                        builder.provides(
                                                ClassDesc.of(service.service()),
                                                service.providers().stream()
                                                        .map(ClassDesc::of)
                                                        .toArray(ClassDesc[]::new)));
                    });
    return ClassFile.of()
            .buildModule(
                    attribute,
                    builder ->
                            builder.with(
                                    ModulePackagesAttribute.ofNames(
                                            packages.stream().map(PackageDesc::of).toList())));
}
