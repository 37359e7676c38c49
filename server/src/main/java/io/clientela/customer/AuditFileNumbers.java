package io.clientela.customer;

import io.clientela.audit.FileNumbers;
import io.clientela.kernel.FileId;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the audit trail the numbers of files. */
@Component
class AuditFileNumbers implements FileNumbers {

    private final FileStore files;

    AuditFileNumbers(FileStore files) {
        this.files = files;
    }

    @Override
    public OptionalLong head(String number) {
        return files.find(new CustomerNumber(number)).stream()
                .mapToLong(FileRow::headId)
                .findFirst();
    }

    @Override
    public Map<FileId, String> numbers(Set<FileId> ids) {
        Map<FileId, String> numbers = new HashMap<>();
        files.find(ids.stream().map(FileId::value).toList())
                .forEach(row ->
                        numbers.put(new FileId(row.fileId()), row.number().text()));
        return numbers;
    }
}
