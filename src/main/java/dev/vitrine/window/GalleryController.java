package dev.vitrine.window;

import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The gallery's list: binds `gallery.fxml` to a [GalleryViewModel].
final class GalleryController {
    private static final double ROW = 48;

    private final GalleryViewModel models;
    private final Consumer<GalleryItem> show;
    private final Consumer<List<Path>> openFiles;
    private final Runnable chooseModel;
    private final Desktop desktop;
    private boolean following;

    @FXML private ListView<GalleryItem> gallery;
    @FXML private Label nothing;
    @FXML private ListView<GalleryItem> own;
    @FXML private Label recentHead;
    @FXML private ListView<GalleryItem> recent;
    @FXML private VBox drop;

    /// @param show shows a model of the list
    /// @param openFiles opens what is dropped
    /// @param chooseModel asks for a file
    GalleryController(
            GalleryViewModel models,
            Consumer<GalleryItem> show,
            Consumer<List<Path>> openFiles,
            Runnable chooseModel,
            Desktop desktop) {
        this.models = models;
        this.show = show;
        this.openFiles = openFiles;
        this.chooseModel = chooseModel;
        this.desktop = desktop;
    }

    @FXML
    private void initialize() {
        fill(gallery, models.gallery());
        fill(own, models.own());
        fill(recent, models.recent());
        recent.setCellFactory(view -> removable());
        recent.setOnKeyPressed(e -> {
            GalleryItem item = recent.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.DELETE && item != null) {
                models.forget(item);
                e.consume();
            }
        });
        recentHead.visibleProperty().bind(recent.visibleProperty());
        recentHead.managedProperty().bind(recent.visibleProperty());
        nothing.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                models::findsNothing,
                                models.gallery(),
                                models.own(),
                                models.recent(),
                                models.searchProperty()));
        nothing.managedProperty().bind(nothing.visibleProperty());
        models.chosenProperty().subscribe(item -> follow());
        desktop.onDrop(
                drop, offer -> !offer.files().isEmpty(), offer -> openFiles.accept(offer.files()));
    }

    @FXML
    private void chooseFile() {
        chooseModel.run();
    }

    private void fill(ListView<GalleryItem> list, ObservableList<GalleryItem> items) {
        list.setItems(items);
        list.setCellFactory(view -> new GalleryCell(models::look));
        list.setFixedCellSize(ROW);
        list.prefHeightProperty().bind(Bindings.size(items).multiply(ROW).add(1));
        list.visibleProperty().bind(Bindings.isNotEmpty(items));
        list.managedProperty().bind(list.visibleProperty());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> {
                    if (item != null && !following && item != models.chosenProperty().get()) {
                        show.accept(item);
                    }
                });
    }

    /// A row with a menu that takes it off the list.
    private GalleryCell removable() {
        GalleryCell cell = new GalleryCell(models::look);
        MenuItem remove = new MenuItem("Remove from this list");
        remove.setOnAction(e -> {
            if (cell.getItem() != null) {
                models.forget(cell.getItem());
            }
        });
        ContextMenu menu = new ContextMenu(remove);
        cell.itemProperty().subscribe(item -> cell.setContextMenu(item == null ? null : menu));
        return cell;
    }

    /// Marks the open model in whichever list has it.
    private void follow() {
        following = true;
        try {
            GalleryItem item = models.chosenProperty().get();
            mark(gallery, item);
            mark(own, item);
            mark(recent, item);
        } finally {
            following = false;
        }
    }

    private static void mark(ListView<GalleryItem> list, @Nullable GalleryItem item) {
        if (item == null || !list.getItems().contains(item)) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(item);
        }
    }
}
