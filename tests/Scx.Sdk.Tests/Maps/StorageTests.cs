namespace Scx.Sdk.Tests.Maps;

public sealed class StorageTests
{
    [Fact]
    public void A_task_has_no_value_until_one_is_made()
    {
        var (storage, task) = (new TaskStorage<ulong>(), new TaskStruct());
        Assert.Null(storage.Find(task));
        storage.GetOrCreate(task)!.Value += 3;
        Assert.Equal(3UL, storage.Find(task)!.Value);
    }

    [Fact]
    public void Each_task_has_its_own()
    {
        var (storage, one, other) = (new TaskStorage<int>(), new TaskStruct(), new TaskStruct());
        storage.GetOrCreate(one, 1);
        storage.GetOrCreate(other, 2);
        Assert.Equal((1, 2), (storage.Find(one)!.Value, storage.Find(other)!.Value));
    }

    [Fact]
    public void What_a_value_starts_as_matters_only_when_it_is_made()
    {
        var (storage, task) = (new TaskStorage<int>(), new TaskStruct());
        storage.GetOrCreate(task, 5);
        Assert.Equal(5, storage.GetOrCreate(task, 6)!.Value);
    }

    [Fact]
    public void Deleting_leaves_none()
    {
        var (storage, task) = (new TaskStorage<int>(), new TaskStruct());
        Assert.Equal(-2, storage.Delete(task));
        storage.GetOrCreate(task);
        Assert.Equal(0, storage.Delete(task));
        Assert.Null(storage.Find(task));
    }

    [Fact]
    public void Cgroups_have_theirs()
    {
        var (storage, group) = (new CgroupStorage<long>(), new Cgroup());
        storage.GetOrCreate(group, 4)!.Value++;
        Assert.Equal(5, storage.Find(group)!.Value);
        Assert.Equal(0, storage.Delete(group));
    }
}
