package dev.vitrine.window;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/// The status line: binds `status.fxml` to a [StatusViewModel].
final class StatusController {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final Duration EVERY = Duration.seconds(2);

    private final StatusViewModel status;
    private final String engineName;
    private final Desktop desktop;
    private final Runnable showCalls;
    private final Optional<ShareViewModel> room;
    private final Runnable showShare;
    private final Timeline clock;

    @FXML private Circle dot;
    @FXML private Label starting;
    @FXML private Hyperlink address;
    @FXML private Hyperlink copyAddress;
    @FXML private Hyperlink apiDocs;
    @FXML private Hyperlink share;
    @FXML private Hyperlink calls;
    @FXML private Label engine;
    @FXML private Label memory;

    /// @param showCalls shows the calls that programs made
    /// @param room the door to the room; nothing where there is none
    /// @param showShare shows how the room is let in
    StatusController(
            StatusViewModel status,
            String engine,
            Desktop desktop,
            Runnable showCalls,
            Optional<ShareViewModel> room,
            Runnable showShare) {
        this.status = status;
        this.engineName = engine;
        this.desktop = desktop;
        this.showCalls = showCalls;
        this.room = room;
        this.showShare = showShare;
        this.clock = new Timeline(new KeyFrame(EVERY, e -> refresh()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        engine.setText(engineName);
        calls.textProperty().bind(status.callsProperty());
        memory.textProperty().bind(status.memoryProperty());
        status.endpointProperty().subscribe(this::show);
        room.ifPresent(door -> {
            door.stateProperty().subscribe(state -> showRoom(door));
            door.guestsProperty().subscribe(() -> showRoom(door));
        });
    }

    /// Keeps the counters up to date from now on.
    void start() {
        refresh();
        clock.play();
    }

    void stop() {
        clock.stop();
    }

    private void refresh() {
        status.refresh();
        room.ifPresent(ShareViewModel::refresh);
    }

    private void showRoom(ShareViewModel door) {
        boolean isOpen = door.stateProperty().get() instanceof ShareViewModel.State.Open;
        int guests = door.guestsProperty().size();
        share.setText(
                !isOpen
                        ? "Share in this room…"
                        : guests == 0 ? "Sharing in this room" : "Sharing with " + guests);
        share.pseudoClassStateChanged(UP, isOpen);
    }

    @FXML
    private void copyAddress() {
        with(uri -> desktop.copy(uri.toString()));
    }

    @FXML
    private void openPage() {
        address.setVisited(false);
        with(desktop::browse);
    }

    @FXML
    private void openDocs() {
        with(uri -> desktop.browse(uri.resolve("/docs")));
    }

    @FXML
    private void showShare() {
        share.setVisited(false);
        showShare.run();
    }

    @FXML
    private void showCalls() {
        calls.setVisited(false);
        showCalls.run();
    }

    private void show(StatusViewModel.Endpoint now) {
        boolean up = now.address().isPresent();
        boolean down = !now.failure().isEmpty();
        starting.setText(down ? "Endpoint not running" : "Starting the endpoint…");
        starting.setTooltip(down ? new Tooltip(now.failure()) : null);
        place(starting, !up);
        address.setText(now.address().map(URI::toString).orElse(""));
        place(address, up);
        copyAddress.setVisible(up);
        apiDocs.setVisible(up);
        share.setVisible(up && room.isPresent());
        share.setManaged(room.isPresent());
        dot.pseudoClassStateChanged(UP, up);
        dot.pseudoClassStateChanged(DOWN, down);
    }

    private static void place(Node node, boolean isThere) {
        node.setVisible(isThere);
        node.setManaged(isThere);
    }

    private void with(Consumer<URI> action) {
        status.endpointProperty().get().address().ifPresent(action);
    }
}
