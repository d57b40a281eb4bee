package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void foundByCodeByNameAndByRegion() {
        assertThat(Language.find("en")).contains(Language.ENGLISH);
        assertThat(Language.find("EN-us")).contains(Language.ENGLISH);
        assertThat(Language.find(" japanese ")).contains(Language.JAPANESE);
        assertThat(Language.find("zh_CN")).contains(Language.CHINESE);
        assertThat(Language.find("yue")).contains(Language.CANTONESE);
        assertThat(Language.find("Klingon")).isEmpty();
        assertThat(Language.find("")).isEmpty();
    }

    @Test
    void thirtyWithDistinctCodesAndTheModelsNames() {
        assertThat(Language.values()).hasSize(30);
        assertThat(Arrays.stream(Language.values()).map(Language::code)).doesNotHaveDuplicates();
        assertThat(Language.ENGLISH.modelName()).isEqualTo("English");
        for (Language language : Language.values()) {
            assertThat(Language.find(language.modelName())).contains(language);
        }
    }
}
