package dev.vitrine.window;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Cards in rows as wide as the page, of which only those on screen exist. One of them has the
/// keyboard while the grid has it, and the arrow keys go from card to card.
///
/// A list of rows and not a grid view, because cards are to fill the width, and because a list can
/// be scrolled to a row.
public final class CardGrid extends ListView<List<GalleryItem>> {
    /// The least width of a card with the room beside it.
    private static final double LEAST_WIDTH = 296;

    /// Room for a scroll bar at the right.
    static final double SCROLL_BAR = 12;

    private static final double ROW = 128;
    private static final int MOST_COLUMNS = 6;

    private final IntegerProperty cursor = new SimpleIntegerProperty();
    private final ListChangeListener<GalleryItem> changed = c -> arrange();
    private ObservableList<GalleryItem> cards = FXCollections.observableArrayList();
    private @Nullable CardDeeds deeds;
    private IntConsumer number = n -> {};
    private int columns = 1;
    private Subscription followed = Subscription.EMPTY;

    /// An empty grid, as FXML makes it.
    public CardGrid() {
        getStyleClass().add("card-grid");
        setFixedCellSize(ROW);
        setCellFactory(view -> new CardRow(this));
        widthProperty().subscribe(this::arrange);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        cursor.subscribe(this::describe);
        focusedProperty().subscribe(this::describe);
    }

    /// Shows these cards.
    ///
    /// @param told told of every other number of them
    void show(ObservableList<GalleryItem> shown, CardDeeds known, IntConsumer told) {
        cards.removeListener(changed);
        cards = shown;
        deeds = known;
        number = told;
        cards.addListener(changed);
        arrange();
    }

    @Nullable CardDeeds deeds() {
        return deeds;
    }

    int columns() {
        return columns;
    }

    /// The place of the card that has the keyboard.
    IntegerProperty currentProperty() {
        return cursor;
    }

    /// Goes to the card of a model.
    void stand(GalleryItem item) {
        int at = cards.indexOf(item);
        if (at >= 0) {
            move(at);
        }
    }

    private void arrange() {
        int fit = Math.clamp((long) ((getWidth() - SCROLL_BAR) / LEAST_WIDTH), 1, MOST_COLUMNS);
        columns = fit;
        List<List<GalleryItem>> rows =
                IntStream.iterate(0, from -> from < cards.size(), from -> from + fit)
                        .mapToObj(from ->
                                List.copyOf(
                                        cards.subList(from, Math.min(cards.size(), from + fit))))
                        .toList();
        if (!rows.equals(getItems())) {
            getItems().setAll(rows);
        }
        cursor.set(Math.clamp(cursor.get(), 0, Math.max(0, cards.size() - 1)));
        describe();
        number.accept(cards.size());
    }

    private void key(KeyEvent event) {
        CardDeeds known = deeds;
        if (!isFocused() || known == null || cards.isEmpty()) {
            return;
        }
        int at = cursor.get();
        int page = Math.max(1, (int) (getHeight() / ROW)) * columns;
        int next =
                switch (event.getCode()) {
                    case LEFT -> at - 1;
                    case RIGHT -> at + 1;
                    case UP -> at - columns;
                    case DOWN -> at + columns;
                    case PAGE_UP -> Math.max(at % columns, at - page);
                    case PAGE_DOWN -> at + page;
                    case HOME -> 0;
                    case END -> cards.size() - 1;
                    default -> -1;
                };
        boolean own = true;
        if (isWay(event.getCode())) {
            move(next < 0 ? at : Math.min(next, cards.size() - 1));
        } else if (event.getCode() == KeyCode.CONTEXT_MENU) {
            card(at).ifPresent(Card::openMenu);
        } else {
            own = known.key(event, cards.get(at), () -> card(at).ifPresent(Card::rename));
        }
        if (own) {
            event.consume();
        }
    }

    private static boolean isWay(KeyCode code) {
        return code.isArrowKey()
                || code == KeyCode.PAGE_UP
                || code == KeyCode.PAGE_DOWN
                || code == KeyCode.HOME
                || code == KeyCode.END;
    }

    private void move(int to) {
        cursor.set(to);
        int row = to / columns;
        if (!isSeen(row)) {
            scrollTo(row);
            // JavaFX 26 stops one row short of the end of a long list; going on by pixels does not
            if (row == getItems().size() - 1
                    && lookup(".virtual-flow") instanceof VirtualFlow<?> f) {
                f.scrollPixels(getHeight());
            }
        }
    }

    private boolean isSeen(int row) {
        return lookupAll(".card-row").stream()
                .map(CardRow.class::cast)
                .filter(r -> !r.isEmpty() && r.isVisible() && r.getIndex() == row)
                .map(r -> sceneToLocal(r.localToScene(r.getLayoutBounds())))
                .anyMatch(at -> at.getMinY() >= -1 && at.getMaxY() <= getHeight() + 1);
    }

    private Optional<Card> card(int index) {
        return lookupAll(".model-card").stream()
                .map(Card.class::cast)
                .filter(card -> card.isVisible() && card.index() == index)
                .findFirst();
    }

    /// Says which card has the keyboard, now and when more becomes known of it.
    private void describe() {
        followed.unsubscribe();
        if (cursor.get() >= cards.size()) {
            followed = Subscription.EMPTY;
            setAccessibleText("Models, none");
            return;
        }
        GalleryItem at = cards.get(cursor.get());
        String place = "%d of %d".formatted(cursor.get() + 1, cards.size());
        followed =
                at.faceProperty()
                        .subscribe(face ->
                                setAccessibleText("Models, %s, %s".formatted(words(face), place)));
    }

    private static String words(GalleryItem.Face face) {
        return face.broken()
                ? face.title() + ", " + face.task() + ", " + face.summary()
                : face.title() + ", " + face.task();
    }
}
