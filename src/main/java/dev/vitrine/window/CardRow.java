package dev.vitrine.window;

import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A row of cards, all of one width; places without a card stay empty.
final class CardRow extends ListCell<List<GalleryItem>> {
    private final CardGrid grid;
    private final HBox row = new HBox();
    private final List<Card> cards = new ArrayList<>();

    CardRow(CardGrid grid) {
        this.grid = grid;
        getStyleClass().add("card-row");
        row.getStyleClass().add("cards");
        row.setMinWidth(0);
        row.setMaxWidth(Region.USE_PREF_SIZE);
        // the same with a scroll bar and without
        row.prefWidthProperty()
                .bind(grid.widthProperty().map(w -> w.doubleValue() - CardGrid.SCROLL_BAR));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable List<GalleryItem> items, boolean empty) {
        super.updateItem(items, empty);
        if (empty || items == null) {
            cards.forEach(card -> card.show(null, 0));
            setGraphic(null);
            return;
        }
        setGraphic(row);
        while (cards.size() < grid.columns()) {
            Card card = new Card(grid);
            HBox.setHgrow(card, Priority.ALWAYS);
            cards.add(card);
        }
        for (int i = 0; i < cards.size(); i++) {
            boolean column = i < grid.columns();
            cards.get(i)
                    .show(i < items.size() ? items.get(i) : null, getIndex() * grid.columns() + i);
            cards.get(i).setManaged(column);
        }
        if (row.getChildren().size() != cards.size()) {
            row.getChildren().setAll(cards);
        }
    }
}
