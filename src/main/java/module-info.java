import org.jspecify.annotations.NullMarked;

/// Vitrine, a glass case for machine-learning models: one declared signature, every face of a demo.
@NullMarked
module dev.vitrine {
    requires ai.djl.api;
    requires ai.djl.onnxruntime_engine;
    requires ai.djl.tokenizers;
    requires atlantafx.base;
    requires com.google.zxing;
    requires com.microsoft.onnxruntime;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires io.javalin;
    requires io.prometheus.metrics.core;
    requires io.prometheus.metrics.model;
    requires io.prometheus.writer.text;
    requires jakarta.servlet;
    requires java.desktop;
    requires java.management;
    requires javafx.controls;
    requires javafx.fxml;
    requires jdk.management;
    requires kotlin.stdlib;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.controlsfx.controls;
    requires org.eclipse.jetty.ee10.servlet;
    requires org.eclipse.jetty.ee10.websocket.jetty.server;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.websocket.api;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires swagger.ui;
    requires transitive tools.jackson.databind;
    requires static transitive org.jspecify;

    // what a demo of a Java function is written with: the values of the kinds, and how ports are
    // declared
    exports dev.vitrine;
    exports dev.vitrine.kind;
    exports dev.vitrine.kind.boxes;
    exports dev.vitrine.kind.file;
    exports dev.vitrine.kind.files;
    exports dev.vitrine.kind.gallery;
    exports dev.vitrine.kind.image;
    exports dev.vitrine.kind.label;
    exports dev.vitrine.kind.mask;
    exports dev.vitrine.kind.range;
    exports dev.vitrine.kind.table;
    exports dev.vitrine.kind.tags;
    exports dev.vitrine.kind.vector;
    exports dev.vitrine.signature;
    exports dev.vitrine.tensor;

    // demo.fxml names a control of it
    opens dev.vitrine.window.kind to
            javafx.fxml;
    opens dev.vitrine.window to
            javafx.fxml,
            javafx.graphics;
}
