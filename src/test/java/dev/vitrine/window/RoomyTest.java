package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.window.kind.Fx;

import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.junit.jupiter.api.Test;

class RoomyTest {
    @Test
    void picturesGrowInAHighWindowAndNotInAnother() {
        assertThat(isRoomy(1080, 1, 1)).isTrue();
        assertThat(isRoomy(1080, 0, 1)).isTrue();
        assertThat(isRoomy(700, 1, 1)).isFalse();
    }

    @Test
    void aSecondPictureBelowTheFirstNeedsTheRoom() {
        assertThat(isRoomy(1080, 1, 2)).isFalse();
        assertThat(isRoomy(1080, 2, 1)).isFalse();
    }

    private static boolean isRoomy(double height, int inputs, int outputs) {
        return Fx.get(() -> {
            VBox in = pictures(inputs);
            HBox columns = new HBox(in, pictures(outputs));
            VBox page = new VBox(columns);
            Subscription following = Roomy.follow(page, columns, in);
            new Scene(page, 1920, height);
            following.unsubscribe();
            return page.getPseudoClassStates().contains(PseudoClass.getPseudoClass("roomy"));
        });
    }

    private static VBox pictures(int count) {
        VBox column = new VBox();
        for (int i = 0; i < count; i++) {
            Region picture = new Region();
            picture.getStyleClass().add("medium");
            column.getChildren().add(picture);
        }
        return column;
    }
}
