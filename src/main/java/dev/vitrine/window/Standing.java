package dev.vitrine.window;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// Where the window stands when it is neither maximised nor put away.
final class Standing {
    /// A window that is being maximised changes its size before it says what it does.
    private static final Duration SETTLED = Duration.millis(300);

    /// How long a window manager may take to find a place for a new window.
    private static final java.time.Duration ARRIVING = java.time.Duration.ofSeconds(5);

    private final long since = System.nanoTime();
    private final Stage stage;
    private final PauseTransition pause = new PauseTransition(SETTLED);
    private final Runnable changed;
    private @Nullable Place free;

    /// @param changed hears when the window has come to stand elsewhere
    Standing(Stage stage, Runnable changed) {
        this.stage = stage;
        this.changed = changed;
        pause.setOnFinished(e -> settled());
        Stream.<ObservableValue<?>>of(
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty())
                .forEach(value -> value.subscribe((was, now) -> pause.playFromStart()));
    }

    /// Puts the window where it stood, as far as there still is a screen.
    void restore(@Nullable Place last) {
        if (last == null) {
            return;
        }
        Place place = last.on(screens());
        put(place);
        stage.setMaximized(place.maximised());
        free = place;
    }

    /// Where it stands; null where it never stood anywhere.
    @Nullable Place now() {
        pause.stop();
        look();
        return free == null
                ? null
                : new Place(free.x(), free.y(), free.width(), free.height(), stage.isMaximized());
    }

    /// A window manager that is busy while the window appears may leave its title bar above the
    /// screen, where no hand gets hold of it; later it may be somebody who put it there.
    private void settled() {
        look();
        Place now = free;
        boolean arriving = System.nanoTime() - since < ARRIVING.toNanos();
        if (arriving && now != null && stage.isShowing() && !stage.isMaximized()) {
            Place reachable = now.on(screens());
            if (!reachable.equals(now)) {
                put(reachable);
            }
        }
        changed.run();
    }

    private void put(Place place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }

    private static List<Rectangle2D> screens() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    }

    private void look() {
        if (!stage.isMaximized()
                && !stage.isIconified()
                && !stage.isFullScreen()
                && stage.getWidth() > 0) {
            free =
                    new Place(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }
}
