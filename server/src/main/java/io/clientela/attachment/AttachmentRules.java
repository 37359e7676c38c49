package io.clientela.attachment;

import io.clientela.platform.Governed;
import io.clientela.platform.SettingGroup;
import io.clientela.platform.SettingValues;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How large a file may be, as the settings have it. */
@Component
class AttachmentRules implements SettingGroup {

    private static final String MOST = "attachment.most_megabytes";
    private static final long MEGABYTE = 1_000_000;

    private final ObjectProvider<SettingValues> values;

    AttachmentRules(ObjectProvider<SettingValues> values) {
        this.values = values;
    }

    @Override
    public String key() {
        return "attachment";
    }

    @Override
    public List<Governed> settings() {
        return List.of(Governed.number(MOST, 20, 1, 500));
    }

    long mostMegabytes() {
        return values.getObject().number(MOST);
    }

    long mostBytes() {
        return mostMegabytes() * MEGABYTE;
    }
}
