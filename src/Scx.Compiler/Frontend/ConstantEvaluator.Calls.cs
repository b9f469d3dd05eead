using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Scx.Compiler.Frontend;

/// <content>Constructors and methods, statement after statement.</content>
internal sealed partial class ConstantEvaluator
{
    // In the place of a label to go on at.
    private static readonly object Returned = new();

    private object Invoked(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        // The order in which they are written is that in which they are computed.
        StructConstant? instance = call.Instance is null ? null : Self(call.Instance, Struct(call.Instance), method);
        if (Arguments(call.Arguments) is not { } arguments)
            return Fail();
        if (method.ContainingType.MetadataNameIs("System.Math") && arguments.All(argument => argument is BigInteger))
            return OfMath(method, [.. arguments.Cast<BigInteger>()]);
        return Call(LibraryMethods.StandIn(semantics.Compilation, method), instance, arguments);
    }

    private object OfMath(IMethodSymbol method, BigInteger[] numbers) => (method.Name, numbers.Length) switch
    {
        ("Min", 2) => BigInteger.Min(numbers[0], numbers[1]),
        ("Max", 2) => BigInteger.Max(numbers[0], numbers[1]),
        ("Clamp", 3) when numbers[1] <= numbers[2] => BigInteger.Min(BigInteger.Max(numbers[0], numbers[1]), numbers[2]),
        ("Abs", 1) => Cut(BigInteger.Abs(numbers[0]), method.ReturnType, isChecked: true),
        _ => Fail(),
    };

    /// <summary>In the order of the parameters; null if one cannot be handed over as a value.</summary>
    private object[]? Arguments(IReadOnlyCollection<IArgumentOperation> written)
    {
        object[] arguments = new object[written.Count];
        foreach (var argument in written)
        {
            if (argument.Parameter is not { RefKind: RefKind.None or RefKind.In } parameter)
                return null;
            arguments[parameter.Ordinal] = Held(argument.Value);
        }
        return arguments;
    }

    private object Call(IMethodSymbol method, StructConstant? instance, object[] arguments)
    {
        if (failed || calls >= MostCalls || method.IsGenericMethod || method.ContainingType.IsGenericType || (instance is null && !method.IsStatic)
            || method.Parameters.Length != arguments.Length
            || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not { } syntax)
            return Fail();
        return Within(method, instance, arguments, () =>
        {
            object? end = semantics.Computed(syntax, cancellation) switch
            {
                IMethodBodyOperation { BlockBody: { } block } => Run(block),
                IMethodBodyOperation { ExpressionBody: { } expression } => Run(expression),
                ILocalFunctionOperation { Body: { } block } => Run(block),
                IBlockOperation block => Run(block),
                _ => Fail(),
            };
            if (method.ReturnsVoid ? end is not null && end != Returned : end != Returned)
                Fail();
            return result;
        });
    }

    /// <summary>Does something with variables of its own.</summary>
    private object Within(IMethodSymbol method, StructConstant? instance, object[] arguments, Func<object> action)
    {
        var around = (variables, self, created, result);
        (variables, self, created, result) = (new(SymbolEqualityComparer.Default), instance, null, Unknown);
        for (int i = 0; i < arguments.Length; i++)
            variables.Add(method.Parameters[i].OriginalDefinition, arguments[i]);
        calls++;
        object value = action();
        calls--;
        (variables, self, created, result) = around;
        return value;
    }

    private object Created(IObjectCreationOperation creation)
    {
        if (creation.Constructor is not { ContainingType: { TypeKind: TypeKind.Struct, IsGenericType: false } } constructor || Arguments(creation.Arguments) is not { } arguments)
            return Fail();
        var value = new StructConstant();
        if (!constructor.IsImplicitlyDeclared || !constructor.Parameters.IsEmpty)
            Construct(value, constructor, arguments);
        return Initialized(value, creation.Initializer);
    }

    private object Initialized(StructConstant value, IObjectOrCollectionInitializerOperation? initializer)
    {
        var around = created;
        created = value;
        foreach (var set in initializer?.Initializers ?? [])
        {
            if (set is ISimpleAssignmentOperation)
                Value(set);
            else
                Fail();
        }
        created = around;
        return value;
    }

    private void Construct(StructConstant value, IMethodSymbol constructor, object[] arguments)
    {
        if (failed || calls >= MostCalls || constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not { } syntax)
        {
            Fail();
            return;
        }
        Within(constructor, value, arguments, () =>
        {
            var body = syntax is ConstructorDeclarationSyntax
                ? semantics.Computed(syntax, cancellation) as IConstructorBodyOperation
                : null;
            if (syntax is ConstructorDeclarationSyntax && body is null)
                return Fail();
            if (body?.Initializer is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: var other } first })
            {
                if (Arguments(first.Arguments) is not { } handed)
                    return Fail();
                if (!other.IsImplicitlyDeclared || !other.Parameters.IsEmpty)
                    Construct(value, other, handed);
            }
            else
            {
                InitializeMembers(value, constructor, syntax);
            }
            object? end = body is null ? null : Run((IOperation?)body.BlockBody ?? body.ExpressionBody!);
            return end is null || end == Returned ? value : Fail();
        });
    }

    /// <summary>Members with values of their own, and those that a record has for the parameters in its header, in the order of the source.</summary>
    private void InitializeMembers(StructConstant value, IMethodSymbol constructor, SyntaxNode constructorSyntax)
    {
        foreach (var field in constructor.ContainingType.GetMembers().OfType<IFieldSymbol>().Where(f => f is { IsStatic: false }))
        {
            var declared = (field.AssociatedSymbol ?? field).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
            if (ConstantTables.Initializer(field, semantics, cancellation) is { } initializer)
                value[TypeLowering.FieldName(field)] = Held(initializer);
            else if (declared is ParameterSyntax header && constructor.Parameters.FirstOrDefault(p => p.DeclaringSyntaxReferences.Any(at => at.Span == header.Span)) is { } parameter)
                value[TypeLowering.FieldName(field)] = Variable(parameter);
            // What a primary constructor's parameter lives on in.
            else if (declared is null && constructorSyntax is TypeDeclarationSyntax)
                Fail();
        }
    }

    /// <summary>Null if what follows is next; otherwise the label to go on at, or <see cref="Returned"/>.</summary>
    private object? Run(IOperation statement)
    {
        if (failed || ++steps > MostSteps)
        {
            Fail();
            return Returned;
        }
        switch (statement)
        {
            case IBlockOperation block:
                return RunAll(block.Operations);
            case IVariableDeclarationGroupOperation group:
                foreach (var variable in group.Declarations.SelectMany(d => d.Declarators))
                    Declare(variable);
                return null;
            case IExpressionStatementOperation expression:
                Value(expression.Operation);
                return null;
            case IReturnOperation { Kind: OperationKind.Return } returned:
                if (returned.ReturnedValue is { } value)
                    result = Held(value);
                return Returned;
            case IConditionalOperation choice:
                return Truth(choice.Condition) ? Run(choice.WhenTrue) : choice.WhenFalse is { } otherwise ? Run(otherwise) : null;
            case ISwitchOperation choice:
                return RunCase(choice);
            case ILoopOperation loop:
                return RunLoop(loop);
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } branch:
                return branch.Target;
            case IEmptyOperation or ILocalFunctionOperation:
                return null;
            default:
                return Fail();
        }
    }

    private object? RunAll(IEnumerable<IOperation> statements) => statements.Select(Run).FirstOrDefault(end => end is not null);

    private void Declare(IVariableDeclaratorOperation variable)
    {
        if (variable.Symbol.IsRef)
            Fail();
        else if (variable.GetVariableInitializer() is { } initializer)
            variables[variable.Symbol] = Held(initializer.Value);
        else
            variables[variable.Symbol] = Default(variable.Symbol.Type);
    }

    private object? RunCase(ISwitchOperation choice)
    {
        object value = Value(choice.Value);
        bool Matches(ICaseClauseOperation clause) => clause switch
        {
            ISingleValueCaseClauseOperation single => value.Equals(Value(single.Value)),
            IPatternCaseClauseOperation pattern => this.Matches(value, pattern.Pattern) && (pattern.Guard is null || Truth(pattern.Guard)),
            IDefaultCaseClauseOperation => false,
            _ => FailAs<bool>(),
        };
        var chosen = choice.Cases.FirstOrDefault(each => each.Clauses.Any(Matches)) ?? choice.Cases.FirstOrDefault(each => each.Clauses.Any(c => c is IDefaultCaseClauseOperation));
        object? end = chosen is null ? null : RunAll(chosen.Body);
        return Is(end, choice.ExitLabel) ? null : end;
    }

    private object? RunLoop(ILoopOperation loop)
    {
        var (before, bottom) = loop is IForLoopOperation counted ? (counted.Before, counted.AtLoopBottom) : ([], []);
        if (loop is IForEachLoopOperation each)
            return RunEach(each);
        RunAll(before);
        for (bool first = true; !failed; first = false)
        {
            bool goesOn = loop switch
            {
                IForLoopOperation { Condition: { } condition } => Truth(condition),
                IForLoopOperation => true,
                IWhileLoopOperation { ConditionIsTop: false } when first => true,
                IWhileLoopOperation { Condition: { } condition } => Truth(condition),
                _ => FailAs<bool>(),
            };
            if (!goesOn)
                return null;
            object? end = Run(loop.Body);
            if (Is(end, loop.ExitLabel))
                return null;
            if (end is not null && !Is(end, loop.ContinueLabel))
                return end;
            RunAll(bottom);
        }
        return Returned;
    }

    private object? RunEach(IForEachLoopOperation loop)
    {
        var collection = loop.Collection is IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion ? conversion.Operand : loop.Collection;
        if (Value(collection) is not object[] array || loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: { IsRef: false } variable })
            return Fail();
        foreach (object element in array)
        {
            variables[variable] = Copied(element);
            object? end = Run(loop.Body);
            if (Is(end, loop.ExitLabel))
                return null;
            if (end is not null && !Is(end, loop.ContinueLabel))
                return end;
        }
        return null;
    }

    private static bool Is(object? end, ILabelSymbol label) => end is ILabelSymbol at && SymbolEqualityComparer.Default.Equals(at, label);
}
