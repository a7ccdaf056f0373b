package dev.vitrine.model;

import dev.vitrine.model.format.Folder;
import dev.vitrine.model.format.SignatureDraft;
import dev.vitrine.model.format.SignatureFormat;
import dev.vitrine.model.format.SignatureWriter;
import dev.vitrine.signature.Signature;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;

/// Signatures as text: `signature.yaml`, the same words as JSON, and their JSON Schema.
public final class SignatureYaml {
    private SignatureYaml() {}

    /// Reads a signature that stands on its own, without its networks.
    ///
    /// @param text YAML or JSON
    /// @param file what sentences call it
    /// @param folder where the files it names are
    /// @throws dev.vitrine.signature.ProblemException with the file and line of everything wrong
    public static Signature read(String text, String file, Path folder) {
        SignatureDraft draft = SignatureDraft.read(text, file, new Folder(folder));
        draft.check(draft.signature());
        return draft.signature();
    }

    /// Everything wrong with a signature that no file holds, by the rules for files; empty where
    /// nothing is.
    ///
    /// @throws dev.vitrine.signature.ProblemException where a port is of an unknown kind
    public static List<String> problems(Signature signature) {
        return SignatureDraft.problems(signature);
    }

    /// Writes a signature so that reading gives it back; why it was guessed so becomes comments.
    public static String write(Signature signature) {
        return SignatureWriter.write(signature);
    }

    /// The JSON Schema (2020-12) of the form.
    public static ObjectNode schema() {
        return SignatureFormat.schema();
    }
}
